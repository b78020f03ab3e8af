import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCanned } from '#engine/library/changeLibrary.ts';
import { searchLibrary } from '#engine/library/searchLibrary.ts';
import { foldName } from '#shared/foldText.ts';
import { openConversation, startTestEngine } from '../../support/startTestEngine.ts';
import { testEngine } from '../../support/testEngine.ts';

interface Row {
  readonly title: string;
  readonly shortcut?: string | null;
  readonly text?: string;
}

function library(rows: readonly Row[]) {
  const { ctx } = testEngine();
  for (const { title, shortcut = null, text = '-' } of rows) {
    const created = createCanned(ctx, {
      title,
      shortcut,
      folder: '',
      images: [],
      texts: [{ language: null, channel: null, text: `${text}.` }],
    });
    if (!created.ok) throw new Error(JSON.stringify(created.error));
  }
  const find = async (query: string, limit = 20) => {
    const found = await searchLibrary(ctx, { query, limit });
    if (!found.ok) throw new Error(JSON.stringify(found.error));
    return found.value.items.map(({ title }) => title);
  };
  return { ctx, find };
}

describe('the search in the library', () => {
  test('goes from the shortcut to the title to the text to typing errors', async () => {
    const { find } = library([
      { title: 'Text begins', text: 'we are lately busy' },
      { title: 'Text has it', text: 'sorry that it is late' },
      { title: 'Misspelt', text: 'it was lade' },
      { title: 'Lateness', text: 'x' },
      { title: 'Being late', text: 'x' },
      { title: 'Shortcut begins', shortcut: 'later' },
      { title: 'Shortcut', shortcut: 'late' },
    ]);
    expect(await find('/late')).toEqual([
      'Shortcut',
      'Shortcut begins',
      'Being late',
      'Lateness',
      'Text has it',
      'Text begins',
      'Misspelt',
    ]);
    expect(await find('late', 3)).toEqual(['Shortcut', 'Shortcut begins', 'Being late']);
  });

  test.each([
    ['delivry', 'Delivery'],
    ['deliv', 'Delivery'],
    ['delviery', 'Delivery'],
    ['deliverx adress', 'Delivery address'],
    ['remboursment', 'Remboursement'],
    ['REMBOURSÉMENT', 'Remboursement'],
    ['bestellign', 'Bestelling'],
    ['ordre', 'Order'],
  ])('%s finds %s', async (query, title) => {
    const titles = ['Delivery', 'Delivery address', 'Remboursement', 'Bestelling', 'Order', 'Something else'];
    const { find } = library(titles.map((each) => ({ title: each })));
    expect((await find(query))[0]).toBe(title);
  });

  test('finds shortcuts and titles without accents, and words of other scripts', async () => {
    const { find } = library([{ title: 'Ça marche', shortcut: 'été' }, { title: '荷物が届かない' }]);
    expect(await find('ETE')).toEqual(['Ça marche']);
    expect(await find('ca')).toEqual(['Ça marche']);
    expect(await find('物が')).toEqual(['荷物が届かない']);
    expect(await find('"*:()')).toEqual([]);
  });

  test('follows what is created, changed and deleted, also by a misspelt word', async () => {
    const engine = await startTestEngine();
    const texts = [{ language: null, channel: null, text: 'x' }];
    const titles = async (query: string) =>
      (await engine.call('library.search', { query })).items.map(({ title }) => title);
    expect(await titles('warantee')).toEqual([]);
    const { id } = await engine.call('library.create', { title: 'Warranty', texts });
    expect(await titles('warrenty')).toEqual(['Warranty']);
    await engine.call('library.update', { id, title: 'Guarantee' });
    expect(await titles('garantee')).toEqual(['Guarantee']);
    expect(await titles('warrenty')).toEqual([]);
    const { activityId } = await engine.call('library.delete', { id });
    expect(await titles('guarantee')).toEqual([]);
    await engine.call('activities.undo', { id: activityId });
    expect(await titles('guarantee')).toEqual(['Guarantee']);
  });

  test('finds what an import brought and changed, and no longer what it replaced', async () => {
    const engine = await startTestEngine();
    const put = (word: string) => {
      const rows = Array.from({ length: 40 }, (_, n) => `s${n},Title ${n},${word} ${n}`);
      const content = ['shortcut,title,text', ...rows].join('\n');
      return engine.call('library.import', { format: 'csv', content, apply: true });
    };
    const count = async (query: string) =>
      (await engine.call('library.search', { query, limit: 100 })).items.length;
    await put('parcel');
    expect([await count('parcel'), await count('parcle')]).toEqual([40, 40]);
    expect(await put('invoice')).toMatchObject({ updated: 40 });
    expect([await count('parcel'), await count('invoice'), await count('invioce')]).toEqual([0, 40, 40]);
  });

  test('gives the wording for the person and the channel, and the most used ones without a query', async () => {
    const engine = await startTestEngine();
    const texts = [
      { language: 'en', channel: null, text: 'Sorry, {firstName}' },
      { language: 'nl', channel: 'public', text: 'Sorry iedereen' },
      { language: 'nl', channel: 'dm', text: 'Sorry jij' },
    ] as const;
    const { id } = await engine.call('library.create', { title: 'B', texts: [...texts] });
    await engine.call('library.create', { title: 'A', texts: [texts[0]] });
    const { id: conversationId } = await openConversation(engine);
    const find = async (input: { language?: 'nl'; channel?: 'dm' }) =>
      (await engine.call('library.search', { query: 'b', conversationId, ...input })).items[0];
    expect(await find({})).toMatchObject({ id, text: 'Sorry, {firstName}', language: 'en', channel: null });
    expect(await find({ language: 'nl', channel: 'dm' })).toMatchObject({ text: 'Sorry jij', channel: 'dm' });
    expect((await engine.call('library.search', {})).items.map(({ title }) => title)).toEqual(['A', 'B']);
    expect(await engine.fail('library.search', { conversationId: 'c9' })).toMatchObject({ code: 'notFound' });
  });

  test('lists no hit with a typing error before an exact one or one that begins as typed', async () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'c'), minLength: 2, maxLength: 6 });
    const rows = fc.array(fc.record({ title: letters, text: letters }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(rows, letters, async (given, query) => {
        const { find } = library(given.map(({ title, text }, n) => ({ title: `${title} n${n}`, text })));
        const isPlain = (title: string) => {
          const { text } = given[Number(title.split(' n')[1])] ?? { text: '' };
          return foldName(`${title} ${text}`)
            .split(' ')
            .some((word) => word.startsWith(foldName(query)));
        };
        const found = (await find(query)).map(isPlain);
        expect(found).toEqual(found.toSorted((a, b) => Number(b) - Number(a)));
        expect(found.filter(Boolean)).toHaveLength(
          given.filter((_, n) => isPlain(`${given[n]?.title} n${n}`)).length,
        );
      }),
      { numRuns: 20 },
    );
  });
});
