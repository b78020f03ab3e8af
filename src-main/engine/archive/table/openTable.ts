import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { type TableSample, toColumnKey } from './guessMapping.ts';
import { MOST_COLUMNS, readRows, type TableRow } from './readRows.ts';
import { findFormat, type TableFormat, type TableProblem } from './tableFormat.ts';

/** A table of messages: how it is written, its header and its first rows. */
export interface Table extends TableSample {
  readonly file: string;
  readonly format: TableFormat;
  readonly first: readonly TableRow[];
}

/** So many rows tell how a table is meant. */
const SAMPLE_ROWS = 500;

/** What a mapping is remembered by: the names of all columns. */
export const toHeaderKey = ({ names }: Pick<TableSample, 'names'>): string =>
  names.map(toColumnKey).join('\n');

/** Opens a table and reads its first rows. Fails if it is no text, is empty or has more columns than any tool writes. */
export async function openTable(file: string): Promise<Result<Table, AppError>> {
  const format = await findFormat(file);
  if (!format.ok) return err(toError(file, format.error));
  const read: TableRow[] = [];
  for await (const row of readRows(file, format.value)) {
    read.push(row);
    if (read.length > SAMPLE_ROWS) break;
  }
  const [header, ...first] = read;
  if (header && 'skipped' in header) {
    const reason = header.skipped === 'tooLarge' ? 'tooManyColumns' : 'unclosedQuote';
    return err({ code: 'archiveNotRead', file, reason, detail: String(MOST_COLUMNS) });
  }
  if (!header || first.length === 0)
    return err({ code: 'archiveNotRead', file, reason: 'empty', detail: '' });
  const rows = first.flatMap((row) => ('cells' in row ? [row.cells] : []));
  return ok({ file, format: format.value, names: header.cells.map((name) => name.trim()), rows, first });
}

function toError(file: string, { kind, detail }: TableProblem): AppError {
  if (kind === 'unreadable') return { code: 'fileNotRead', file, detail };
  return { code: 'archiveNotRead', file, reason: kind, detail };
}
