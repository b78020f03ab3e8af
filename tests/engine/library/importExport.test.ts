import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCanned } from '#engine/library/changeLibrary.ts';
import { exportLibrary } from '#engine/library/exportLibrary.ts';
import { disarmFormula, restoreFormula } from '#engine/library/formulas.ts';
import { importLibrary } from '#engine/library/importLibrary.ts';
import { listCanned } from '#engine/store/cannedResponses.ts';
import { engineContract } from '#shared/contract/engine.ts';
import type { CannedText } from '#shared/domain/cannedResponse.ts';
import { testEngine } from '../../support/testEngine.ts';

const open = () => testEngine().ctx;
type Ctx = ReturnType<typeof open>;

const contents = (ctx: Ctx) =>
  listCanned(ctx.db).map(({ id, title, shortcut, folder, texts }) => ({
    id,
    title,
    shortcut,
    folder,
    texts,
  }));
const put = (ctx: Ctx, content: string, format: 'csv' | 'json' = 'csv') =>
  importLibrary(ctx, { format, content, apply: true });
const some = (text: string, more: Partial<CannedText> = {}): CannedText => ({
  language: null,
  channel: null,
  text,
  ...more,
});

function create(ctx: Ctx, given: unknown) {
  const input = engineContract['library.create'].input.safeParse(given);
  return input.success ? createCanned(ctx, input.data) : null;
}

describe('an import', () => {
  test.each([
    ['of Excel with semicolons', 'Title;Text;Language\r\nLate;"Sorry, it is; late";EN\r\n'],
    ['with a line sep=', 'sep=;\r\ntitle;text;language\r\nLate;"Sorry, it is; late";en'],
    ['with a byte order mark and tabs', '\uFEFFtitle\ttext\tlanguage\nLate\tSorry, it is; late\ten\n\n'],
    [
      'with empty columns and rows at the end',
      'title,text,language,,\nLate,"Sorry, it is; late",en,,\n,,,,\n',
    ],
    [
      'with bars, quoted names and a blank behind one',
      '"title"|"text"|language \nLate|Sorry, it is; late|en',
    ],
  ])('%s is read', (_, content) => {
    const ctx = open();
    expect(put(ctx, content)).toMatchObject({ created: 1, updated: 0, unchanged: 0, errors: [] });
    const texts = [{ language: 'en', channel: null, text: 'Sorry, it is; late' }];
    expect(contents(ctx)).toMatchObject([{ title: 'Late', shortcut: null, folder: '', texts }]);
  });

  test('keeps lines within a field, and joins the rows of one canned response', () => {
    const ctx = open();
    const rows = [
      'title,shortcut,folder,language,channel,text',
      'Late,late,A/B,en,public,"One\r\ntwo ""three"""',
      'Late,late,A/B,nl,private,Een',
    ];
    put(ctx, rows.join('\r\n'));
    const texts = [
      some('One\ntwo "three"', { language: 'en', channel: 'public' }),
      some('Een', { language: 'nl', channel: 'dm' }),
    ];
    expect(contents(ctx)).toMatchObject([{ title: 'Late', shortcut: 'late', folder: 'A/B', texts }]);
  });

  test('merges by id, then by shortcut, then by title and folder, and keeps what it does not name', () => {
    const ctx = open();
    const byId = create(ctx, { title: 'A', shortcut: 'a', folder: 'F', texts: [some('a')] });
    create(ctx, { title: 'B', shortcut: 'b', texts: [some('b')] });
    create(ctx, { title: 'C', folder: 'F', texts: [some('c')] });
    create(ctx, { title: 'D', texts: [some('d')] });
    const id = byId?.ok ? byId.value.id : '';
    const items = [
      { id, title: 'A2', texts: [{ text: 'a2' }] },
      { title: 'B2', shortcut: 'B', texts: [{ text: 'b' }] },
      { title: 'C', folder: 'F', texts: [{ text: 'c' }] },
      { title: 'E', texts: [{ text: 'e' }] },
    ];
    const file = { format: 'json', content: JSON.stringify(items) } as const;
    const counts = { created: 1, updated: 2, unchanged: 1, errors: [] };
    expect(importLibrary(ctx, { ...file, apply: false })).toMatchObject(counts);
    expect(contents(ctx).map(({ title }) => title)).toEqual(['B', 'D', 'A', 'C']);
    expect(importLibrary(ctx, { ...file, apply: true })).toMatchObject(counts);
    expect(contents(ctx).map(({ title, shortcut, folder }) => [title, shortcut, folder])).toEqual([
      ['B2', 'B', ''],
      ['D', null, ''],
      ['E', null, ''],
      ['A2', 'a', 'F'],
      ['C', null, 'F'],
    ]);
    expect(importLibrary(ctx, { ...file, apply: true })).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 4,
    });
  });

  test('lets shortcuts change hands, also in a circle', () => {
    const ctx = open();
    for (const name of ['a', 'b', 'c']) create(ctx, { title: name, shortcut: name, texts: [some(name)] });
    const rotated = contents(ctx).map((item, n) => ({ ...item, shortcut: ['b', 'c', 'a'][n] }));
    expect(put(ctx, JSON.stringify(rotated), 'json')).toMatchObject({ updated: 3, errors: [] });
    expect(contents(ctx).map(({ title, shortcut }) => title + shortcut)).toEqual(['ab', 'bc', 'ca']);
    const taken = [
      { title: 'new', shortcut: 'a', texts: [{ text: 'x' }] },
      { ...contents(ctx)[2], shortcut: 'z' },
    ];
    expect(put(ctx, JSON.stringify(taken), 'json').errors).toMatchObject([{ code: 'contradiction' }]);
  });

  test('of a deleted one creates another, so that the deletion can still be undone', () => {
    const ctx = open();
    create(ctx, { title: 'A', shortcut: 'a', texts: [some('a')] });
    const content = exportLibrary(ctx, { format: 'csv', delimiter: ';' });
    const other = open();
    expect(put(other, content)).toMatchObject({ created: 1 });
    expect(contents(other)).toEqual(contents(ctx));
  });
});

describe('an export', () => {
  test('has no field that a spreadsheet takes for a formula', () => {
    const ctx = open();
    const texts = ['=1+1', '+32 2 555 01 23', '-5 %', '@anna', '\tx', '\nx', '＝1', "'=1", "''+2"];
    for (const text of texts) create(ctx, { title: `T ${text}`, texts: [some(text)] });
    create(ctx, { title: '=HYPERLINK("x")', folder: '@folder', shortcut: '-x', texts: [some('ok')] });
    const content = exportLibrary(ctx, { format: 'csv', delimiter: ';' });
    const cells = content
      .replace('\uFEFF', '')
      .split(/;|\r\n/)
      .map((cell) => cell.replace(/^"/, ''));
    expect(cells.filter((cell) => /^[=+\-@\t\n\r\0＝＋－＠]/u.test(cell))).toEqual([]);
    expect(content).toContain(";'=");
  });

  test.each(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'])(
    'disarms %j and restores it',
    (sign) => {
      for (const field of [sign, `${sign}x`, `'${sign}x`, `''${sign}`, `x${sign}`, "'x", "'"]) {
        expect(disarmFormula(field)).not.toMatch(/^[=+\-@\t\n\r\0＝＋－＠]/u);
        expect(restoreFormula(disarmFormula(field))).toBe(field);
      }
    },
  );

  const hostile = fc.string({
    unit: fc.constantFrom(...'=+-@\t\r\n,;|"\'＝a é😀{}\u2028\0\uFEFF\uD800'.split('')),
    maxLength: 12,
  });
  const wording = fc.record({
    language: fc.constantFrom('en', 'nl', 'fr', null),
    channel: fc.constantFrom('public', 'dm', null),
    text: fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 20 })),
  });
  const response = fc.record({
    title: fc.oneof(hostile, fc.string({ maxLength: 10 })),
    shortcut: fc.option(fc.stringMatching(/^[a-zé_-]{1,5}$/)),
    folder: fc.oneof(hostile, fc.constant('')),
    texts: fc.array(wording, { minLength: 1, maxLength: 4 }),
  });

  test.each([
    ['csv', ','],
    ['csv', ';'],
    ['csv', '\t'],
    ['csv', '|'],
    ['json', ','],
  ] as const)(
    'as %s with %j is read back exactly, into an empty library and into its own',
    (format, delimiter) => {
      fc.assert(
        fc.property(fc.array(response, { minLength: 1, maxLength: 15 }), (responses) => {
          const ctx = open();
          for (const one of responses) create(ctx, one);
          const stored = contents(ctx);
          fc.pre(stored.length > 0);
          const content = exportLibrary(ctx, { format, delimiter });
          expect(put(ctx, content, format)).toEqual({
            created: 0,
            updated: 0,
            unchanged: stored.length,
            errors: [],
          });
          const other = open();
          expect(put(other, content, format)).toMatchObject({
            created: stored.length,
            updated: 0,
            unchanged: 0,
            errors: [],
          });
          expect(contents(other)).toEqual(stored);
        }),
        { numRuns: 6 },
      );
    },
  );
});
