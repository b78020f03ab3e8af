import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openTable } from '#engine/archive/table/openTable.ts';
import { parseTime } from '#engine/archive/table/parseTime.ts';
import { readRows, type TableRow } from '#engine/archive/table/readRows.ts';
import { createLocalTime } from '#shared/domain/localTime.ts';
import { testFolder } from '../../support/openTestDb.ts';

function write(content: string | Buffer): string {
  const file = join(testFolder(), 'messages.csv');
  writeFileSync(file, content);
  return file;
}

/** Opens a table and reads all of its rows. */
async function read(content: string | Buffer) {
  const file = write(content);
  const table = await openTable(file);
  if (!table.ok) return table.error;
  const rows: TableRow[] = [];
  for await (const row of readRows(file, table.value.format)) rows.push(row);
  return { format: table.value.format, rows };
}

const cellsOf = (rows: readonly TableRow[]) => rows.map((row) => ('cells' in row ? row.cells : row.skipped));

describe('a table', () => {
  const text = 'name;text\nZoë;"hé,\nyou"\n';
  const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
  test.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['UTF-16', utf16, 'utf-16le'],
    ['UTF-16 without a mark', utf16.subarray(2), 'utf-16le'],
    ['UTF-16 the other way round', Buffer.from(utf16).swap16(), 'utf-16be'],
    ['Windows-1252', Buffer.from(text, 'latin1'), 'windows-1252'],
    ['line ends of Windows', Buffer.from(text.replaceAll('\n', '\r\n')), 'utf-8'],
    ['a line that names the separator', Buffer.from(`sep=;\r\n${text}`), 'utf-8'],
  ])('is read in %s', async (_, content, encoding) => {
    const found = await read(content);
    expect(found).toMatchObject({ format: { encoding, delimiter: ';' } });
    expect('rows' in found && found.rows).toEqual([
      { row: 1, cells: ['name', 'text'] },
      { row: 2, cells: ['Zoë', 'hé,\nyou'] },
    ]);
  });

  test.each([[','], [';'], ['\t'], ['|']])('is read with %j between its fields', async (delimiter) => {
    const found = await read(`name${delimiter}text\na${delimiter}"b, c; d"\n`);
    expect('rows' in found && cellsOf(found.rows)).toEqual([
      ['name', 'text'],
      ['a', 'b, c; d'],
    ]);
  });

  test('is read in pieces, whatever is cut in two', async () => {
    const long = `é "quoted"\r\n,${'x'.repeat(700)}`;
    const lines = Array.from({ length: 2_000 }, (_, n) => `${n},"${long.replaceAll('"', '""')}"`);
    const found = await read(['id,text', ...lines].join('\r\n'));
    const rows = 'rows' in found ? found.rows : [];
    expect(rows).toHaveLength(2_001);
    expect(rows.slice(1).every((row, n) => 'cells' in row && row.cells[0] === String(n))).toBe(true);
    expect(new Set(rows.slice(1).map((row) => 'cells' in row && row.cells[1]))).toEqual(
      new Set([long.replace('\r\n', '\n')]),
    );
  });

  test('leaves out empty rows without losing count', async () => {
    const found = await read('a,b\n\n , \n1,2\n');
    expect('rows' in found && found.rows).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 4, cells: ['1', '2'] },
    ]);
  });
});

describe('a hostile table', () => {
  test('with a quotation mark that is never closed ends there', async () => {
    const found = await read(`a,b\n1,2\n3,"4\n${'5,6\n'.repeat(100)}`);
    expect('rows' in found && found.rows.slice(1)).toEqual([
      { row: 2, cells: ['1', '2'] },
      { row: 3, skipped: 'endlessField' },
    ]);
    const huge = await read(`a,b\n1,2\n3,"${'4,\n'.repeat(1_500_000)}`);
    expect('rows' in huge && huge.rows.at(-1)).toEqual({ row: 3, skipped: 'endlessField' });
  });

  test('loses only the rows that cannot be read', async () => {
    const far = 'z'.repeat(66_000);
    const rows = ['1,"2" 3,"4"', 'x,'.repeat(600), `${far},2`, '5\u0000,6', `=cmd|' /C calc'!A0,@SUM(1)`];
    const found = await read(['a,b', ...rows].join('\n'));
    expect('rows' in found && cellsOf(found.rows)).toEqual([
      ['a', 'b'],
      'unreadable',
      'tooLarge',
      [far, '2'],
      'unreadable',
      [`=cmd|' /C calc'!A0`, '@SUM(1)'],
    ]);
  });

  test.each([
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 1, 2]),
      'notText',
    ],
    ['nothing', Buffer.from(' \n\n'), 'empty'],
    ['a header only', Buffer.from('a,b\n'), 'empty'],
    ['ten thousand columns', Buffer.from(`${'a,'.repeat(10_000)}\n1,2\n`), 'tooManyColumns'],
    ['an open quotation mark in its header', Buffer.from('"a,b\n1,2\n'), 'unclosedQuote'],
  ])('with %s is refused', async (_, content, reason) => {
    expect(await read(content)).toMatchObject({ code: 'archiveNotRead', reason });
  });

  test('that is not there, or no file, is named', async () => {
    expect(await openTable(join(testFolder(), 'none.csv'))).toMatchObject({ error: { code: 'fileNotRead' } });
    expect(await openTable(testFolder())).toMatchObject({ error: { code: 'fileNotRead' } });
  });
});

describe('a time', () => {
  const brussels = { localTime: createLocalTime('Europe/Brussels'), dayOrder: 'dayFirst' } as const;
  const unknown = { localTime: null, dayOrder: null } as const;
  const summer = Date.UTC(2024, 6, 5, 12, 22);
  test.each([
    ['2024-07-05T12:22:00Z', summer],
    ['2024-07-05T14:22:00+02:00', summer],
    ['2024-07-05 12:22:00 UTC', summer],
    ['2024-07-05 12:22 (UTC)', summer],
    ['2024-07-05 12:22:00.123456+00', summer],
    ['2024-07-05 14:22', summer],
    ['5/7/2024 2:22 PM', summer],
    ['05.07.2024 14:22', summer],
    ['Fri, 05 Jul 2024 12:22:00 +0000', summer],
    ['Jul 5, 2024 2:22 pm', summer],
    ['vr 5 juli 2024 om 14:22', summer],
    ['ven. 5 juil. 2024 à 14:22', summer],
    ['12 mrt 2024 12:00 UTC', Date.UTC(2024, 2, 12, 12)],
    ['12 mei 2024 12:00 UTC', Date.UTC(2024, 4, 12, 12)],
    ['12 okt. 2024 12:00 UTC', Date.UTC(2024, 9, 12, 12)],
    ['12 juin 2024 12:00 UTC', Date.UTC(2024, 5, 12, 12)],
    ['12 août 2024 12:00 UTC', Date.UTC(2024, 7, 12, 12)],
    ['12 foo 2024 12:00 UTC', null],
    ['1720182120', summer],
    ['1720182120000', summer],
    ['5/7/2024', Date.UTC(2024, 6, 4, 22)],
    ['30-02-2024 10:00', null],
    ['2024-13-01', null],
    ['12:22', null],
    ['=NOW()', null],
    ['', null],
  ])('%s is read', (text, at) => {
    expect(parseTime(text, brussels)).toBe(at);
  });

  test('is never guessed', () => {
    expect(parseTime('2024-07-05 14:22', unknown)).toBe('timeZone');
    expect(parseTime('5/7/2024 14:22Z', unknown)).toBe('dayOrder');
    expect(parseTime('25/7/2024 14:22Z', unknown)).toBe(Date.UTC(2024, 6, 25, 14, 22));
    expect(parseTime('7/25/2024 14:22Z', brussels)).toBe(Date.UTC(2024, 6, 25, 14, 22));
    expect(parseTime('25/26/2024 14:22Z', brussels)).toBeNull();
  });

  test('that clocks skip or show twice is one of the two', () => {
    expect(parseTime('2024-03-31 02:30', brussels)).toBe(Date.UTC(2024, 2, 31, 1, 30));
    expect(parseTime('2024-10-27 02:30', brussels)).toBe(Date.UTC(2024, 9, 27, 0, 30));
  });
});
