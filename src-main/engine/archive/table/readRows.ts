import { createReadStream } from 'node:fs';
import Papa, { type ParseResult } from 'papaparse';
import type { TableFormat } from './tableFormat.ts';

/** A row of a table, counted as spreadsheets do: the header is the first. Or why it cannot be read. */
export type TableRow = { readonly row: number } & (
  | { readonly cells: readonly string[] }
  | { readonly skipped: 'unreadable' | 'tooLarge' | 'endlessField' }
);

/** A row that is longer has a quotation mark that is never closed, or is no row of messages. */
const LONGEST_ROW = 2 * 1024 * 1024;
export const MOST_COLUMNS = 500;
const CHUNK_BYTES = 256 * 1024;

interface ReadOptions {
  /** Called with the size of each piece of the file. */
  readonly onBytes?: (bytes: number) => void;
}

/**
 * Reads the rows of a table one by one, without the empty ones, whose numbers are left out. At most one row and a piece of the file are
 * in memory. Ends with `endlessField` where a quotation mark is not closed.
 */
export async function* readRows(
  file: string,
  format: TableFormat,
  { onBytes = () => {} }: ReadOptions = {},
): AsyncGenerator<TableRow> {
  let row = format.hasSeparatorLine ? -1 : 0;
  let left = '';
  for await (const text of decode(file, format, onBytes)) {
    const parsed = parse(left + text, format.delimiter, true);
    left = (left + text).slice(parsed.meta.cursor);
    yield* toRows(parsed, row);
    row += parsed.data.length;
    if (left.length <= LONGEST_ROW) continue;
    yield { row: row + 1, skipped: 'endlessField' };
    return;
  }
  const parsed = parse(left, format.delimiter, false);
  const isEndless = parsed.errors.some(({ code }) => code === 'MissingQuotes');
  if (isEndless) yield { row: row + 1, skipped: 'endlessField' };
  else yield* toRows(parsed, row);
}

type Parsed = ParseResult<string[]>;

// Papa's own way through the pieces of a stream, which lets the caller bound what it keeps of an unfinished row.
const parse = (text: string, delimiter: string, isUnfinished: boolean): Parsed =>
  new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"' }).parse(text, 0, isUnfinished);

const isWrong = (errors: Parsed['errors'], at: number): boolean => errors.some(({ row }) => row === at);
const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

function* toRows({ data, errors }: Parsed, before: number): Generator<TableRow> {
  for (const [at, cells] of data.entries()) {
    const row = before + at + 1;
    if (row > 0 && !isEmpty(cells)) yield toRow(row, cells, isWrong(errors, at));
  }
}

function toRow(row: number, cells: readonly string[], isUnreadable: boolean): TableRow {
  if (cells.length > MOST_COLUMNS) return { row, skipped: 'tooLarge' };
  if (isUnreadable || cells.some((cell) => cell.includes('\0'))) return { row, skipped: 'unreadable' };
  return { row, cells };
}

/** The text of a file in pieces, with `\n` at the ends of all lines. */
async function* decode(
  file: string,
  { encoding }: TableFormat,
  onBytes: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  // The first half of a line end that is cut in two.
  let half = '';
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    onBytes(chunk.length);
    const text = half + decoder.decode(chunk, { stream: true });
    half = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - half.length).replace(/\r\n?/g, '\n');
  }
  const rest = half + decoder.decode();
  if (rest !== '') yield rest.replace(/\r\n?/g, '\n');
}
