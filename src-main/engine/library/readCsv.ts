import type { CannedText } from '#shared/domain/cannedResponse.ts';
import type { ImportError } from '#shared/domain/libraryImport.ts';
import { type CsvRow, parseCsv, toColumnName } from './csv.ts';
import {
  addText,
  type Field,
  type ImportItem,
  parseField,
  parseOptional,
  type ReadItems,
  toFound,
} from './importItem.ts';

/** The columns of a table, in the order in which they are written. */
export const columns = ['id', 'title', 'shortcut', 'folder', 'language', 'channel', 'text'] as const;

/**
 * Reads canned responses from a table with one wording a row. Rows belong together that have the same id, else the same shortcut, else
 * the same title and folder one after the other.
 */
export function readCsv(content: string): ReadItems {
  const { rows, errors } = parseCsv(content, columns);
  const [header, ...body] = rows;
  if (!header) return { items: [], errors: [{ code: 'empty', line: 1, column: null }] };
  if (errors.length > 0) return { items: [], errors };
  const at = readHeader(header, errors);
  if (errors.length > 0) return { items: [], errors };
  const items = new Map<string, Draft>();
  for (const row of body) readRow(row, header.cells.length, at, items, errors);
  if (items.size === 0 && errors.length === 0)
    errors.push({ code: 'empty', line: header.line, column: null });
  return { items: [...items.values()], errors };
}

type Columns = ReadonlyMap<Field, number>;
interface Draft extends ImportItem {
  readonly texts: CannedText[];
}

function readHeader({ cells, line }: CsvRow, errors: ImportError[]): Columns {
  const at = new Map<Field, number>();
  for (const [index, cell] of cells.entries()) {
    const name = toColumnName(cell);
    if (name === '') continue;
    const column = columns.find((known) => known === name);
    if (!column) errors.push({ code: 'unknownColumn', line, column: toFound(cell.trim()) });
    else if (at.has(column)) errors.push({ code: 'duplicateColumn', line, column });
    else at.set(column, index);
  }
  for (const column of ['title', 'text'] as const) {
    if (!at.has(column)) errors.push({ code: 'missingColumn', line, column });
  }
  return at;
}

function readRow(
  { cells, line }: CsvRow,
  width: number,
  at: Columns,
  items: Map<string, Draft>,
  errors: ImportError[],
): void {
  // Spreadsheets leave out empty fields at the end, or add some.
  if (cells.slice(width).some((cell) => cell !== '')) {
    errors.push({ code: 'fieldCount', line, column: null, found: String(cells.length) });
    return;
  }
  const cellOf = (column: Field) => cells[at.get(column) ?? -1] ?? '';
  const place = (column: Field) => ({ line, column });
  const known = errors.length;
  const optional = <F extends 'id' | 'shortcut' | 'folder'>(column: F) =>
    cellOf(column).trim() === '' ? null : parseField(column, cellOf(column), place(column), errors);
  const id = optional('id');
  const title = parseField('title', cellOf('title'), place('title'), errors);
  const shortcut = optional('shortcut');
  const folder = optional('folder') ?? '';
  const text = {
    language: parseOptional('language', cellOf('language'), place('language'), errors),
    channel: parseOptional('channel', cellOf('channel'), place('channel'), errors),
    text: parseField('text', cellOf('text'), place('text'), errors) ?? '',
  };
  if (errors.length > known || title === null) return;
  const item = { line, title, ...(id === null ? {} : { id }), ...given(at, { shortcut, folder }) };
  const key = JSON.stringify(id ?? shortcut?.toLowerCase() ?? [title, folder]);
  const draft = items.get(key) ?? { ...item, texts: [] };
  if (!isSameItem(draft, item))
    errors.push({ code: 'contradiction', line, column: null, found: toFound(title) });
  items.set(key, draft);
  addText(draft.texts, text, place('text'), errors);
}

// A column that is not there says nothing about what the library has.
function given(at: Columns, { shortcut, folder }: { shortcut: string | null; folder: string }) {
  return { ...(at.has('shortcut') ? { shortcut } : {}), ...(at.has('folder') ? { folder } : {}) };
}

const isSameItem = (draft: ImportItem, item: Omit<ImportItem, 'texts'>): boolean =>
  draft.title === item.title && draft.shortcut === item.shortcut && draft.folder === item.folder;
