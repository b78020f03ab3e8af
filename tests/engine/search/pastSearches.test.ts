import { expect, test } from 'vitest';
import { pastSearchHandlers as handlers } from '#engine/handlers/pastSearches.ts';
import { MAX_PAST_SEARCHES, MAX_PINNED_SEARCHES } from '#shared/domain/pastSearch.ts';
import { type TestEngine, testEngine } from '../../support/testEngine.ts';

const texts = ({ ctx }: TestEngine) =>
  handlers['pastSearches.list'](ctx).value.items.map(({ text, isPinned }) => (isPinned ? `*${text}` : text));

/** Makes searches, a second apart. */
async function make(engine: TestEngine, ...searches: readonly string[]): Promise<void> {
  for (const text of searches) {
    handlers['pastSearches.add'](engine.ctx, { text });
    await engine.clock.advance(1_000);
  }
}

test('the latest search comes first, and each once', async () => {
  const engine = testEngine();
  await make(engine, 'parcel', 'from:anna', 'parcel');
  expect(texts(engine)).toEqual(['parcel', 'from:anna']);
  expect(engine.events.filter(({ name }) => name === 'pastSearches.changed')).toHaveLength(3);
});

test('a pinned search stays, whatever is searched for later', async () => {
  const engine = testEngine();
  await make(engine, 'score:<7');
  handlers['pastSearches.pin'](engine.ctx, { text: 'score:<7' });
  const others = Array.from({ length: MAX_PAST_SEARCHES + 5 }, (_, n) => `word ${n}`);
  await make(engine, ...others, 'score:<7');
  expect(texts(engine)).toEqual(['*score:<7', ...others.slice(5).toReversed()]);
  handlers['pastSearches.clear'](engine.ctx);
  expect(texts(engine)).toEqual(['*score:<7']);
  handlers['pastSearches.unpin'](engine.ctx, { text: 'score:<7' });
  expect(texts(engine)).toEqual(['score:<7']);
});

test('a search that nobody made can be pinned, and one that is not there unpinned', () => {
  const engine = testEngine();
  handlers['pastSearches.pin'](engine.ctx, { text: 'tag:vip' });
  handlers['pastSearches.unpin'](engine.ctx, { text: 'gone' });
  expect(texts(engine)).toEqual(['*tag:vip']);
});

test('no more can be pinned than there is room for', () => {
  const engine = testEngine();
  const pin = (text: string) => handlers['pastSearches.pin'](engine.ctx, { text });
  for (let n = 0; n < MAX_PINNED_SEARCHES; n++) expect(pin(`word ${n}`).ok).toBe(true);
  expect(pin('one more')).toEqual({
    ok: false,
    error: { code: 'invalid', path: 'text', reason: `there are ${MAX_PINNED_SEARCHES} pinned searches` },
  });
  expect(pin('word 0').ok).toBe(true);
});
