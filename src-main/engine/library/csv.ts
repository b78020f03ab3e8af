import Papa from 'papaparse';
import type { ImportError } from '#shared/domain/libraryImport.ts';
import { disarmFormula, restoreFormula } from './formulas.ts';

/** A row of a table with the line on which it begins, counted from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What stands between fields; the first is Perch's own, the second that of spreadsheets in most of Europe. */
const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/**
 * Reads a table: what separates its fields is told by a line `sep=` or by which one finds most of `columns` in the first row. Ends of
 * lines become `\n`, within fields too. Empty rows are left out.
 */
export function parseCsv(
  content: string,
  columns: readonly string[],
): { readonly rows: CsvRow[]; readonly errors: ImportError[] } {
  const text = content.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const separator = /^sep=(.)\n/u.exec(text);
  const begin = separator?.[0].length ?? 0;
  const body = text.slice(begin);
  const delimiter = separator?.[1] ?? guessDelimiter(body, columns);
  const rows: CsvRow[] = [];
  const errors: ImportError[] = [];
  let from = 0;
  let line = begin > 0 ? 2 : 1;
  Papa.parse<string[]>(body, {
    delimiter,
    newline: '\n',
    quoteChar: '"',
    step: ({ data, errors: found, meta }) => {
      if (data.some((cell) => cell !== '')) rows.push({ line, cells: data.map(restoreFormula) });
      const [first] = found.filter(({ type }) => type === 'Quotes');
      if (first) errors.push({ code: toCode(first.code), line, column: null });
      line += countLines(body, from, meta.cursor);
      from = meta.cursor;
    },
  });
  return { rows, errors };
}

const toCode = (code: string) => (code === 'MissingQuotes' ? 'unclosedQuote' : 'strayQuote');

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

function guessDelimiter(body: string, columns: readonly string[]): Delimiter {
  const [header = ''] = body.split('\n', 1);
  const countKnown = (delimiter: string) =>
    header.split(delimiter).filter((name) => columns.includes(toColumnName(name))).length;
  return delimiters.toSorted((a, b) => countKnown(b) - countKnown(a))[0] ?? ',';
}

/** The name of a column as somebody may have written it. */
export const toColumnName = (name: string): string => name.replace(/^"|"$/g, '').trim().toLowerCase();

/** A field of a table that is written: a text, or what spreadsheets calculate with. */
export type Cell = string | number | boolean | null;

/**
 * Writes a table for spreadsheets: in UTF-8 with a mark that says so, every text disarmed and quoted where it has to be. Numbers have a
 * decimal comma where semicolons separate fields, as spreadsheets expect there; true and false are the words yes and no.
 */
export function toCsv(rows: readonly (readonly Cell[])[], delimiter: Delimiter): string {
  return `\uFEFF${toCsvLines(rows, delimiter)}`;
}

/** More rows of a table that `toCsv` began. */
export function toCsvLines(rows: readonly (readonly Cell[])[], delimiter: Delimiter): string {
  return rows.map((cells) => `${cells.map((cell) => toField(cell, delimiter)).join(delimiter)}\r\n`).join('');
}

function toField(cell: Cell, delimiter: Delimiter): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (typeof cell === 'number') return delimiter === ';' ? String(cell).replace('.', ',') : String(cell);
  const disarmed = disarmFormula(cell);
  const isPlain = !disarmed.includes(delimiter) && !/["\n\r]|^\s|\s$/u.test(disarmed);
  return isPlain ? disarmed : `"${disarmed.replaceAll('"', '""')}"`;
}
