import { z } from 'zod';
import { CannedText, toShortcutKey } from '#shared/domain/cannedResponse.ts';
import { nameOfAgent } from './agents.ts';
import { indexCanned, unindexCanned } from './cannedIndex.ts';
import { type CannedState, StoredImages } from './cannedState.ts';
import { parseColumn } from './jsonColumn.ts';
import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';

const Texts = z.array(CannedText);

/** A canned response as it is stored. */
export interface StoredCanned extends CannedState {
  readonly rowId: number;
  readonly id: string;
  readonly uses: number;
  readonly lastUsedAt: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** The name of the agent who created it. */
  readonly createdBy: string;
}

type CannedRow = Omit<StoredCanned, 'texts' | 'images' | 'isPromise'> & {
  readonly texts: string;
  readonly images: string;
  readonly isPromise: number;
};

const select = `SELECT row_id AS rowId, id, title, shortcut, folder, texts, images, is_promise AS isPromise, uses, last_used_at AS lastUsedAt,
    ${nameOfAgent('agent')} AS createdBy, created_at AS createdAt, updated_at AS updatedAt, deleted_at AS deletedAt
  FROM canned_responses`;

/** A canned response, also a deleted one; null if there is none. */
export function getCanned(db: Db, id: string): StoredCanned | null {
  const row = get<CannedRow>(db, `${select} WHERE id = ?`, id);
  return row && toCanned(row);
}

/** A part of a list; all of it when absent. */
export interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** The canned responses of a folder and of those inside it, or of all with `''`, by folder and title. */
export function listCanned(
  db: Db,
  folder = '',
  { limit, offset }: Page = { limit: -1, offset: 0 },
): StoredCanned[] {
  const text = `${select} WHERE ${isIn(folder)} ORDER BY folder, title, id LIMIT :limit OFFSET :offset`;
  return all<CannedRow>(db, text, { folder, limit, offset }).map(toCanned);
}

/** How many of them there are. */
export function countCanned(db: Db, folder = ''): number {
  const text = `SELECT count(*) AS count FROM canned_responses WHERE ${isIn(folder)}`;
  return get<{ count: number }>(db, text, { folder })?.count ?? 0;
}

// A range of the index; names that only begin alike, such as "Ship-fast" for "Ship", are before "Ship/", and "0" is after "/".
const isIn = (folder: string) =>
  folder === ''
    ? 'deleted_at IS NULL'
    : `deleted_at IS NULL AND folder >= :folder AND folder < :folder || '0' AND (folder = :folder OR folder >= :folder || '/')`;

/** Canned responses by their rows, in any order; unknown and deleted ones are left out. */
export function listCannedByRow(db: Db, rowIds: readonly number[]): StoredCanned[] {
  const text = `${select} WHERE row_id IN (SELECT value FROM json_each(?) wanted) AND deleted_at IS NULL`;
  return all<CannedRow>(db, text, JSON.stringify(rowIds)).map(toCanned);
}

/** The folders in which canned responses are, with how many are in each itself. */
export function listCannedFolders(db: Db): { path: string; count: number }[] {
  const text = `SELECT folder AS path, count(*) AS count FROM canned_responses WHERE deleted_at IS NULL
    GROUP BY folder ORDER BY folder`;
  return all<{ path: string; count: number }>(db, text);
}

/** The canned response with a shortcut, whatever its case and accents; null if there is none. */
export function findShortcut(
  db: Db,
  shortcut: string,
): { readonly id: string; readonly shortcut: string } | null {
  const text = `SELECT id, shortcut FROM canned_responses WHERE folded_shortcut = ? AND deleted_at IS NULL`;
  return get<{ id: string; shortcut: string }>(db, text, toShortcutKey(shortcut));
}

/** The id of the oldest canned response with this title in this folder; null if there is none. */
export function findTitle(db: Db, title: string, folder: string): string | null {
  const text = `SELECT id FROM canned_responses WHERE folder = ? AND title = ? AND deleted_at IS NULL ORDER BY id LIMIT 1`;
  return get<{ id: string }>(db, text, folder, title)?.id ?? null;
}

/** The rows of the canned responses whose shortcut begins like this, whatever its case and accents, by shortcut. */
export function listShortcuts(db: Db, beginning: string, limit: number): number[] {
  const text = `SELECT row_id AS id FROM canned_responses WHERE folded_shortcut >= :from AND folded_shortcut < :to
    AND deleted_at IS NULL ORDER BY folded_shortcut LIMIT :limit`;
  const from = toShortcutKey(beginning);
  return all<{ id: number }>(db, text, { from, to: `${from}\u{10FFFF}`, limit }).map(({ id }) => id);
}

/** The rows of the canned responses that are used most. */
export function listMostUsed(db: Db, limit: number): number[] {
  const text = `SELECT row_id AS id FROM canned_responses WHERE deleted_at IS NULL ORDER BY uses DESC, title, id LIMIT ?`;
  return all<{ id: number }>(db, text, limit).map(({ id }) => id);
}

/** Inserts a canned response and indexes its words. */
export function insertCanned(
  db: Db,
  { id, agent, createdAt, ...state }: CannedState & { id: string; agent: string; createdAt: number },
): void {
  const text = `INSERT INTO canned_responses (id, agent, created_at, updated_at, title, shortcut, folded_shortcut, folder, texts,
      images, is_promise, deleted_at)
    VALUES (:id, :agent, :createdAt, :createdAt, :title, :shortcut, :key, :folder, :texts, :images, :isPromise, :deletedAt)`;
  run(db, text, { id, agent, createdAt, ...toColumns(state) });
  indexCanned(db, id);
}

/** Sets what agents change of a canned response. */
export function setCannedState(db: Db, id: string, state: CannedState, now: number): void {
  unindexCanned(db, id);
  const text = `UPDATE canned_responses SET title = :title, shortcut = :shortcut, folded_shortcut = :key, folder = :folder,
      texts = :texts, images = :images, is_promise = :isPromise, deleted_at = :deletedAt, updated_at = :now WHERE id = :id`;
  run(db, text, { id, now, ...toColumns(state) });
  indexCanned(db, id);
}

/** The part of a canned response that agents change. */
export const toState = ({
  title,
  shortcut,
  folder,
  texts,
  images,
  isPromise,
  deletedAt,
}: CannedState): CannedState => ({
  title,
  shortcut,
  folder,
  texts,
  images,
  isPromise,
  deletedAt,
});

const toColumns = ({ texts, images, isPromise, ...state }: CannedState) => ({
  ...state,
  key: state.shortcut === null ? null : toShortcutKey(state.shortcut),
  texts: JSON.stringify(texts),
  images: JSON.stringify(images),
  isPromise: isPromise ? 1 : 0,
});

const toCanned = (row: CannedRow): StoredCanned => ({
  ...row,
  texts: parseColumn(Texts, row.texts, []),
  images: parseColumn(StoredImages, row.images, []),
  isPromise: row.isPromise === 1,
});
