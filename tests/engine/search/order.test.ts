import { expect, test } from 'vitest';
import { searchHandlers as handlers } from '#engine/handlers/search.ts';
import { beginIndexBuild, indexNextMessages } from '#engine/store/searchIndex.ts';
import type { EngineInput } from '#shared/contract/engine.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { type TestEngine, testEngine } from '../../support/testEngine.ts';

type Input = Partial<EngineInput<'search.messages'>> & { readonly limit?: number };

/** A store with these messages, the newest last. */
async function withTexts(texts: readonly string[]): Promise<TestEngine> {
  const engine = testEngine();
  await engine.capture(
    texts.map((text, n) => someMessage({ text, at: MORNING - (texts.length - n) * 1_000, lang: 'en' })),
  );
  return engine;
}

function search({ ctx }: TestEngine, input: Input) {
  const found = handlers['search.messages'](ctx, { text: 'parcel', limit: 50, ...input });
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
}

/** The texts on every page, and how many pages there were. */
function searchAll(engine: TestEngine, input: Input) {
  const texts: string[] = [];
  let pages = 0;
  for (let after: string | undefined; pages === 0 || after !== undefined; pages++) {
    const page = search(engine, { ...input, after });
    texts.push(...page.items.map(({ message }) => message.text));
    after = page.next;
  }
  return { texts, pages };
}

test('the best match comes first, of equals the newest', async () => {
  const engine = await withTexts([
    'parcel',
    'where is my parcel, I ordered it weeks ago and nobody has responded yet',
    'parcel late',
    'parcel gone',
  ]);
  expect(searchAll(engine, { order: 'best' }).texts).toEqual([
    'parcel',
    'parcel gone',
    'parcel late',
    'where is my parcel, I ordered it weeks ago and nobody has responded yet',
  ]);
  expect(search(engine, { order: 'newest' })).toEqual({ ...search(engine, {}), tookMs: expect.any(Number) });
});

test.each([
  ['words alone', 'parcel'],
  ['a filter', 'parcel lang:en'],
  ['a filter alone, which has nothing to rank', 'lang:en'],
])('every match of %s is on one page, in both orders', async (_, text) => {
  const engine = await withTexts(Array.from({ length: 23 }, (_, n) => `parcel ${'late '.repeat(n % 5)}${n}`));
  for (const order of ['newest', 'best'] as const) {
    const { texts, pages } = searchAll(engine, { text, order, limit: 5 });
    expect(pages).toBe(5);
    expect(new Set(texts).size).toBe(23);
    expect(texts).toHaveLength(23);
  }
});

test('best matches go on among older messages where the newest 4,000 end', async () => {
  const engine = await withTexts(['parcel', ...Array.from({ length: 4_003 }, (_, n) => `parcel late ${n}`)]);
  const first = search(engine, { order: 'best', limit: 2 });
  expect(first).toMatchObject({ total: 4_000, totalIsExact: false });
  const { texts } = searchAll(engine, { order: 'best', limit: 500 });
  expect(new Set(texts).size).toBe(4_004);
  expect(texts.slice(4_000)).toEqual(['parcel', 'parcel late 2', 'parcel late 1', 'parcel late 0']);
});

test('matches that are not in the index yet come last', async () => {
  const engine = await withTexts(['parcel', 'parcel late']);
  beginIndexBuild(engine.ctx.db);
  indexNextMessages(engine.ctx.db, 1);
  const found = search(engine, { text: 'parcel from:person1', order: 'best' });
  expect(found.items.map(({ message }) => message.text)).toEqual(['parcel late', 'parcel']);
});

test('rejects a made-up place', async () => {
  const engine = await withTexts(['parcel']);
  const after = Buffer.from('[1,-1]').toString('base64url');
  const refused = handlers['search.messages'](engine.ctx, { text: 'parcel', limit: 5, order: 'best', after });
  expect(refused).toMatchObject({ ok: false, error: { code: 'invalid', path: 'after' } });
});

test('the first page tells how many match', async () => {
  const engine = await withTexts([...Array.from({ length: 101 }, () => 'parcel'), 'letter', 'letter box']);
  expect(search(engine, { limit: 2 })).toMatchObject({ total: 100, totalIsExact: false });
  expect(search(engine, { limit: 500 }).items).toHaveLength(101);
  const letters = search(engine, { text: 'letter', limit: 1 });
  expect(letters).toMatchObject({ total: 2, totalIsExact: true });
  expect(search(engine, { text: 'letter', limit: 1, after: letters.next })).not.toHaveProperty('total');
  expect(search(engine, { text: 'letter lang:en' })).toMatchObject({ total: 2, totalIsExact: true });
  expect(search(engine, { text: 'gone' })).toMatchObject({ total: 0, totalIsExact: true });
});
