import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createCanned } from '#engine/library/changeLibrary.ts';
import { importLibrary } from '#engine/library/importLibrary.ts';
import { listCanned } from '#engine/store/cannedResponses.ts';
import { testEngine } from '../../support/testEngine.ts';

const header = 'id,title,shortcut,folder,language,channel,text';
const good = ',Late,late,Shipping,en,,Sorry';
const utf16 = (text: string) => Buffer.from(text, 'utf16le').toString('utf8');

function open() {
  const { ctx, events } = testEngine();
  const texts = [{ language: null, channel: null, text: 'x' }];
  createCanned(ctx, { title: 'There already', shortcut: 'taken', folder: '', texts, images: [] });
  return { ctx, events };
}

type Expected = readonly [code: string, line: number, column: string | null];
type Case = readonly [name: string, content: string, ...Expected[]];

const tables: readonly Case[] = [
  ['nothing', '', ['empty', 1, null]],
  ['blank lines', '\uFEFF\r\n \r\n', ['empty', 1, null]],
  ['a header alone', header, ['empty', 1, null]],
  [
    'a delimiter that is none',
    header.replaceAll(',', ':'),
    ['unknownColumn', 1, header.replaceAll(',', ':')],
    ['missingColumn', 1, 'title'],
    ['missingColumn', 1, 'text'],
  ],
  ['no column for the text', 'title,shortcut\nLate,late', ['missingColumn', 1, 'text']],
  ['a misspelt column', 'title,langauge,text\nLate,en,Sorry', ['unknownColumn', 1, 'langauge']],
  ['a column twice', 'title,text,Title\nLate,Sorry,Late', ['duplicateColumn', 1, 'title']],
  ['more fields than columns', `${header}\n${good},more`, ['fieldCount', 2, null]],
  [
    'a quote that is never closed',
    `${header}\n${good}\n,Two,,,,,"Sorry\n,Three,,,,,Sorry`,
    ['unclosedQuote', 3, null],
  ],
  ['a quote inside a field', `${header}\n,One,,,,,"Sorry "you"\n`, ['strayQuote', 2, null]],
  ['an unknown language', `${header}\n${good}\n,Two,,,de,,Bitte`, ['unknownLanguage', 3, 'language']],
  ['an unknown channel', `${header}\n,Two,,,en,email,Please`, ['unknownChannel', 2, 'channel']],
  ['a shortcut with a space', `${header}\n,Two,to o,,en,,Please`, ['invalidShortcut', 2, 'shortcut']],
  [
    'one shortcut twice',
    `${header}\na1,One,late,,,,x\na2,Two,LATÉ,,,,x`,
    ['duplicateShortcut', 3, 'shortcut'],
  ],
  [
    'rows that contradict each other',
    `${header}\n,One,late,,en,,x\n,Two,late,,nl,,x`,
    ['contradiction', 3, null],
  ],
  ['two texts for one language', `${header}\n${good}\n${good}`, ['duplicateText', 3, 'text']],
  ['an empty title and text', `${header}\n,,s,,,,\n`, ['emptyField', 2, 'title'], ['emptyField', 2, 'text']],
  ['a huge field', `${header}\n,Two,,,,,${'x'.repeat(100_000)}`, ['tooLong', 2, 'text']],
  ['a huge title', `${header}\n,${'x'.repeat(300)},,,,,x`, ['tooLong', 2, 'title']],
  ['a picture', deflateSync(Buffer.from(header.repeat(20))).toString('latin1'), ['notText', 1, null]],
  ['a zip file such as a spreadsheet', `PK\u0003\u0004\u0014\0\u0006\0${header}`, ['notText', 1, null]],
  ['UTF-16', utf16(`\uFEFF${header}\n${good}`), ['wrongEncoding', 1, null]],
  ['another encoding', `${header}\n${good}\n,Caf\uFFFD,,,,,x`, ['wrongEncoding', 3, null]],
  [
    'an error behind a text of several lines',
    `${header}\r\n,One,,,,,"a\r\nb\r\n"\r\n,Two,,,xx,,y`,
    ['unknownLanguage', 5, 'language'],
  ],
  [
    'an error behind a line for Excel',
    `sep=;\r\n${header.replaceAll(',', ';')}\r\n;Two;;;xx;;y`,
    ['unknownLanguage', 3, 'language'],
  ],
];

const item = { title: 'One', texts: [{ text: 'x' }] };
const json = (items: unknown) => JSON.stringify({ version: 1, items }, null, 1);

const files: readonly Case[] = [
  ['nothing', ' \n', ['empty', 1, null]],
  ['JSON that breaks off', json([item]).slice(0, -9), ['notJson', 10, null]],
  ['no JSON', `${header}\n${good}`, ['notJson', 1, null]],
  ['JSON with a slip', json([item, item]).replaceAll('},', '} x'), ['notJson', 11, null]],
  ['a bare word', json([item, item]).replace('"x"', 'nothing'), ['notJson', 8, null]],
  ['something else', '{"things": []}', ['invalid', 1, 'items']],
  ['no items', json([]), ['empty', 1, null]],
  ['an item without texts', json([item, { title: 'Two' }]), ['invalid', 12, 'texts']],
  ['an item with an empty list of texts', json([item, { ...item, texts: [] }]), ['invalid', 12, 'texts']],
  ['an item that is none', json([item, 7]), ['invalid', 12, null]],
  ['a key that is none', json([{ ...item, titel: 'x' }]), ['unknownColumn', 4, 'titel']],
  [
    'a prototype',
    '[{"title":"One","texts":[{"text":"x"}],"__proto__":{"a":1}}]',
    ['unknownColumn', 1, '__proto__'],
  ],
  ['a number for a title', json([{ ...item, title: 7 }]), ['invalid', 4, 'title']],
  [
    'an unknown language',
    json([item, { title: 'Two', texts: [{ text: 'x' }, { text: 'y', language: 'de' }] }]),
    ['unknownLanguage', 12, 'texts.1.language'],
  ],
  [
    'two texts for one language',
    json([{ ...item, texts: [{ text: 'x' }, { text: 'y' }] }]),
    ['duplicateText', 4, 'texts.1.text'],
  ],
  [
    'one canned response twice',
    json([
      { ...item, shortcut: 'taken' },
      { ...item, shortcut: 'TAKEN' },
    ]),
    ['contradiction', 13, null],
    ['duplicateShortcut', 13, 'shortcut'],
  ],
];

describe.each(['csv', 'json'] as const)('an import of %s', (format) => {
  const cases = (format === 'csv' ? tables : files).map(([name, content, ...expected]) => ({
    name,
    content,
    expected,
  }));
  test.each(cases)(
    'with $name names the line and the column, and changes nothing',
    ({ content, expected }) => {
      const { ctx, events } = open();
      const before = [listCanned(ctx.db), events.length];
      const { errors, ...counts } = importLibrary(ctx, { format, content, apply: true });
      expect(errors.map(({ code, line, column }) => [code, line, column])).toEqual(expected);
      expect(counts).toEqual({ created: 0, updated: 0, unchanged: 0 });
      expect([listCanned(ctx.db), events.length]).toEqual(before);
    },
  );
});

test('of very many errors, the first hundred are named', () => {
  const { ctx } = open();
  const content = `${header}\n${',,,,,,\n,T,,,de,,x\n'.repeat(300)}`;
  const { errors } = importLibrary(ctx, { format: 'csv', content, apply: true });
  expect(errors).toHaveLength(100);
  expect(errors.at(-1)?.line).toBe(201);
});
