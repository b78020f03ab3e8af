import { expect, test } from 'vitest';
import type { HitFilter } from '#shared/domain/hitFilter.ts';
import { startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';
import { poll, post, save } from './support.ts';

async function withHits(texts: readonly (readonly [lang: string, text: string])[]) {
  const engine = await startTestEngine();
  await save(engine, 'parcel');
  for (const [n, [lang, text]] of texts.entries()) post(engine, text, `person${n}`, { lang });
  await poll(engine);
  return engine;
}

const textsOf = async (engine: TestEngine, filter: HitFilter) =>
  (await engine.call('listening.list', { filter })).items.map(({ message }) => message.text);

test('hits have a language and a sentiment, or neither where that is not known', async () => {
  const engine = await withHits([
    ['de', 'parcel: wo ist mein Paket? Furchtbar'],
    ['und', 'Is my parcel going to be late again? Terrible service'],
    ['nl', 'Mijn parcel is kapot'],
    ['en', 'Does a parcel fit?'],
  ]);
  const { items } = await engine.call('listening.list', {});
  expect(items.map(({ language, sentiment }) => [language, sentiment])).toEqual([
    ['en', 'neutral'],
    ['nl', 'negative'],
    ['en', 'negative'],
    ['de', null],
  ]);
});

test('hits are filtered by sentiment and language', async () => {
  const engine = await withHits([
    ['en', 'My parcel is late. Terrible.'],
    ['nl', 'Mijn parcel is kapot'],
    ['en', 'Great, my parcel came early'],
  ]);
  expect(await textsOf(engine, { sentiment: 'negative' })).toEqual([
    'Mijn parcel is kapot',
    'My parcel is late. Terrible.',
  ]);
  expect(await textsOf(engine, { sentiment: 'negative', language: 'en' })).toEqual([
    'My parcel is late. Terrible.',
  ]);
  expect(await textsOf(engine, { language: 'fr' })).toEqual([]);
  expect(await engine.fail('listening.list', { filter: { language: 'Dutch' } })).toMatchObject({
    code: 'invalid',
  });
});

test('a filtered list is read page by page', async () => {
  const engine = await withHits(
    Array.from(
      { length: 7 },
      (_, n) => ['en', n % 2 === 0 ? `parcel ${n} is broken` : `parcel ${n}?`] as const,
    ),
  );
  const texts: string[] = [];
  let after: string | undefined;
  do {
    const page = await engine.call('listening.list', {
      filter: { sentiment: 'negative' },
      limit: 2,
      ...(after ? { after } : {}),
    });
    expect(page.items.length).toBeLessThanOrEqual(2);
    texts.push(...page.items.map(({ message }) => message.text));
    after = page.next;
  } while (after !== undefined);
  expect(texts).toEqual([6, 4, 2, 0].map((n) => `parcel ${n} is broken`));
});
