import { describe, expect, test } from 'vitest';
import { conversationHandlers } from '#engine/handlers/conversations.ts';
import { noteHandlers } from '#engine/handlers/notes.ts';
import { searchHandlers as handlers } from '#engine/handlers/search.ts';
import { changeTags, insertTag } from '#engine/store/tags.ts';
import { DAY_MS } from '#shared/time.ts';
import { MORNING, someMessage, someUser } from '../../support/builders.ts';
import { type TestEngine, testEngine } from '../../support/testEngine.ts';
import { storeSurvey } from '../surveys/storedSurveys.ts';

const photo = { key: 'm1', type: 'photo', url: null, alt: null, width: 1, height: 1 } as const;

/** Two people: Anna in public, whose conversation has all that filters ask for, and Bo in private. */
async function begin() {
  const engine = testEngine();
  const { ctx } = engine;
  const dayBefore = MORNING - DAY_MS;
  const first = someMessage({ text: 'parcel late', at: dayBefore, media: [photo] });
  const bo = { personId: '2', kind: 'dm', reason: 'dm', lang: null, at: MORNING } as const;
  const dm = someMessage({ ...bo, text: 'parcel lost' });
  await engine.capture(
    [
      first,
      someMessage({ role: 'own', reason: null, text: 'parcel found', at: dayBefore + 1_000, lang: 'nl' }),
      dm,
      someMessage({ ...bo, text: 'a package', at: MORNING + 1_000 }),
    ],
    [someUser('1', { handle: 'Anna' }), someUser('2', { handle: 'bo' })],
  );
  const conversationId = `c${first.xId}`;
  const tag = { id: 't1', name: 'Big Order', colour: 'red', position: 0 } as const;
  insertTag(ctx.db, tag, MORNING);
  changeTags(ctx.db, conversationId, { added: ['t1'], removed: [] });
  conversationHandlers['conversations.assign'](ctx, { id: conversationId, agent: 'Sam Vos' });
  conversationHandlers['conversations.setPriority'](ctx, { id: conversationId, priority: 'high' });
  await noteHandlers['notes.add'](ctx, { conversationId, text: 'call back' });
  storeSurvey(ctx.db, { conversationId, score: 2 });
  return engine;
}

function search({ ctx }: Pick<TestEngine, 'ctx'>, text: string, limit = 50, after?: string) {
  const found = handlers['search.messages'](ctx, { text, limit, after });
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
}

const texts = (engine: TestEngine, text: string) =>
  search(engine, text).items.map(({ message }) => message.text);

describe('a filter', () => {
  const anna = ['parcel found', 'parcel late'];
  test.each([
    ['from:anna', ['parcel late']],
    ['from:us', ['parcel found']],
    ['to:@ANNA', ['parcel found']],
    ['to:us', ['a package', 'parcel lost', 'parcel late']],
    ['from:anna from:bo parcel', ['parcel lost', 'parcel late']],
    ['from:us OR from:bo', ['a package', 'parcel lost', 'parcel found']],
    ['from:us to:anna', ['parcel found']],
    ['from:anna to:bo', []],
    ['from:bo -lost', ['a package']],
    ['parcel -from:us', ['parcel lost', 'parcel late']],
    ['agent:"sam vos"', anna],
    ['agent:"Sam Vos"', anna],
    ['agent:nobody', ['a package', 'parcel lost']],
    ['agent:me', []],
    ['tag:"big order"', anna],
    ['tag:“BIG ORDER” late', ['parcel late']],
    ['parcel -tag:"big order"', ['parcel lost']],
    ['status:pending', anna],
    ['status:new status:pending parcel', ['parcel lost', ...anna]],
    ['priority:high', anna],
    ['-priority:high parcel', ['parcel lost']],
    ['status:open', ['a package', 'parcel lost']],
    ['-status:resolved parcel', ['parcel lost', ...anna]],
    ['kind:dm', ['a package', 'parcel lost']],
    ['kind:mention', ['parcel late']],
    ['lang:nl', ['parcel found']],
    ['has:media', ['parcel late']],
    ['has:link', []],
    ['has:note parcel', anna],
    ['has:survey', anna],
    ['score:<3', anna],
    ['score:2', anna],
    ['score:>2', []],
    ['before:2026-11-23', anna],
    ['after:2026-11-23', ['a package', 'parcel lost']],
    ['after:2026-11 before:2026-11-23 late', ['parcel late']],
    ['after:0d', ['a package', 'parcel lost']],
    ['before:1y', []],
    ['-after:2026-11-23 parcel', anna],
    ['late OR package', ['a package', 'parcel late']],
    ['parcel -late', ['parcel lost', 'parcel found']],
    ['-parcel', ['a package']],
  ])('%s', async (text, found) => {
    const engine = await begin();
    expect(texts(engine, text)).toEqual(found);
    expect(search(engine, text).problems).toBeUndefined();
  });

  test('of an unknown name finds nothing and says so; one with a wrong value is left out', async () => {
    const engine = await begin();
    const unknown = (operator: string, value: string) => ({ operator, value, reason: 'unknown' });
    expect(search(engine, 'parcel from:nobody')).toMatchObject({
      items: [],
      problems: [unknown('from', 'nobody')],
    });
    expect(search(engine, 'tag:small')).toMatchObject({ items: [], problems: [unknown('tag', 'small')] });
    expect(search(engine, 'agent:Kim')).toMatchObject({ items: [], problems: [unknown('agent', 'Kim')] });
    expect(texts(engine, 'parcel -tag:small')).toHaveLength(3);
    expect(search(engine, 'late status:lost')).toMatchObject({
      items: [{ message: { text: 'parcel late' } }],
      problems: [{ operator: 'status', value: 'lost', reason: 'value' }],
    });
  });
});

test('words are marked, without those that may not occur', async () => {
  const engine = await begin();
  expect(search(engine, 'late OR found -lost').items.map(({ snippet }) => snippet)).toEqual([
    'parcel \u0002found\u0003',
    'parcel \u0002late\u0003',
  ]);
});

test('the history of a person has the words of a search, whatever its filters', async () => {
  const engine = await begin();
  const { conversationId } = search(engine, 'late').items[0] ?? {};
  const found = handlers['search.history'](engine.ctx, {
    conversationId: conversationId ?? '',
    text: 'late OR found from:us',
  });
  expect(found).toMatchObject({ ok: true, value: { items: [{}, {}] } });
});

test.each([
  ['words and a filter', 'word kind:post'],
  ['a filter', 'lang:en'],
  ['a person', 'from:person1'],
  ['few conversations', 'has:note'],
])('every message is found once, page by page, by %s', async (_, text) => {
  const engine = testEngine();
  const messages = Array.from({ length: 23 }, (_, n) =>
    someMessage({ text: `word ${n}`, at: MORNING + n * 1_000 }),
  );
  await engine.capture(messages, [someUser('1')]);
  const conversationId = `c${messages[0]?.xId}`;
  await noteHandlers['notes.add'](engine.ctx, { conversationId, text: 'note' });
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = search(engine, text, 5, after);
    seen.push(...page.items.map(({ message }) => message.text));
    after = page.next;
  } while (after !== undefined);
  expect(seen).toEqual(Array.from({ length: 23 }, (_, n) => `word ${22 - n}`));
});

test('a rare hit is reached over pages without any', async () => {
  const engine = testEngine();
  const messages = Array.from({ length: 4_500 }, (_, n) =>
    someMessage({ text: 'word', at: MORNING + n * 1_000, lang: n === 3 ? 'fr' : 'en' }),
  );
  await engine.capture(messages);
  const first = search(engine, 'word lang:fr');
  expect(first.items).toEqual([]);
  const second = search(engine, 'word lang:fr', 50, first.next);
  expect(second.items.map(({ message }) => message.lang)).toEqual(['fr']);
  expect(second.next).toBeUndefined();
});
