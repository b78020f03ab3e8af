import {
  beginOlderPartIfFull,
  beginPartIfFull,
  countIndexed,
  getPartSize,
  type IndexPart,
  listIndexParts,
  listPartsOf,
  lowerOldestPart,
  resetParts,
} from './indexParts.ts';
import type { Db } from './open.ts';
import { countChanges, get, inTransaction, inUnsyncedTransaction, run } from './sql.ts';
import { toDbError } from './storeHealth.ts';
import { changeIndex } from './termLists.ts';

/*
 * Fills the search index of messages, keeps it whole and builds it again. indexParts.ts says of which parts it is, indexQuestions.ts asks it for messages,
 * indexWords.ts for words, and indexErasure.ts erases from it; no other file has statements on it. noteIndex.ts and cannedIndex.ts are about other indexes.
 *
 * FTS5 takes a row id only as an INTEGER: better-sqlite3 binds numbers as REAL, with which FTS5 ignores `rowid = ?` and reads everything for
 * `rowid < ?`. So row ids are bound as BigInt.
 *
 * Stored messages wait in `unindexed` until many are indexed at once, which is faster. FTS5's 'delete' of a message that waits would damage the index,
 * and a question would miss it. So questions go through `askIndex`, and nothing is removed of messages that wait.
 */

/** The version of `foldText`. Raise it whenever a text folds to something else: the index is then built again. */
const FOLDING = 1;

/**
 * So many messages are indexed at once while more are stored. Ten pages of X take a seventh less than one after the other; more
 * would block the engine for longer.
 */
const ROUND = 2_000;

/** The indexes that are complete at any time. */
const smallIndexes = ['notes_fts', 'canned_fts'] as const;

/** How many messages the index has, of how many. Complete if both are equal. */
export interface IndexProgress {
  readonly indexed: number;
  readonly total: number;
}

/** Lets stored messages be indexed soon, at once if many wait; except those that the build in progress has yet to reach. */
export function indexMessages(db: Db, ids: readonly number[]): void {
  if (ids.length === 0) return;
  const text = `INSERT OR IGNORE INTO unindexed (message_id)
    SELECT value FROM json_each(?) WHERE value >= (SELECT indexed_from FROM search_index)`;
  run(db, text, JSON.stringify(ids));
  const { count = 0 } = get<{ count: number }>(db, 'SELECT count(*) AS count FROM unindexed') ?? {};
  if (count >= ROUND) indexWaiting(db);
}

/** Indexes all messages that wait for it, in one transaction. Executes nothing but a question if there are none. */
export function indexWaiting(db: Db): void {
  if (get(db, 'SELECT 1 FROM unindexed LIMIT 1') === null) return;
  const index = () => {
    beginPartIfFull(db, () => (getIndexed(db, 'DESC') ?? 0n) + 1n);
    beginOlderPartIfFull(db, () => getEndOfOlder(db));
    for (const part of listIndexParts(db)) indexWaitingOf(db, part);
    run(db, 'DELETE FROM unindexed');
  };
  rebuildIfDamaged(db, () => atOnce(db, index));
}

function indexWaitingOf(db: Db, part: IndexPart): void {
  const { table, first, end } = part;
  const waiting = 'FROM unindexed WHERE message_id >= ? AND message_id < ?';
  const { count = 0 } = get<{ count: number }>(db, `SELECT count(*) AS count ${waiting}`, first, end) ?? {};
  if (count === 0) return;
  const text = `INSERT INTO ${table} (rowid, text) SELECT id, text FROM folded_texts WHERE id IN (SELECT message_id ${waiting})`;
  run(db, text, first, end);
  flush(db, part);
  countIndexed(db, part, count);
}

/** The first message that does not wait, or the last one; null if all do. */
function getIndexed(db: Db, order: 'ASC' | 'DESC'): bigint | null {
  const text = `SELECT id FROM messages WHERE id NOT IN (SELECT message_id FROM unindexed) ORDER BY id ${order} LIMIT 1`;
  const row = get<{ id: number }>(db, text);
  return row && BigInt(row.id);
}

/** Before which message others wait that are older than all that are indexed; null if none do. */
function getEndOfOlder(db: Db): bigint | null {
  const first = getIndexed(db, 'ASC');
  const waits = 'SELECT 1 FROM unindexed WHERE message_id < ? LIMIT 1';
  return first !== null && get(db, waits, first) !== null ? first : null;
}

/** Removes a message's words from the index, if it has them. `text` is the one that was indexed, before it changes in the store. */
export function unindexMessage(db: Db, id: number, text: string): void {
  // The round will take what the store then has.
  if (get(db, 'SELECT 1 FROM unindexed WHERE message_id = ?', id) !== null) return;
  rebuildIfDamaged(db, () => {
    for (const { part } of listPartsOf(db, [id])) {
      const { table } = part;
      const statement = `INSERT INTO ${table} (${table}, rowid, text) VALUES ('delete', :id, fold_text(:text))`;
      run(db, statement, { id: BigInt(id), text });
      flush(db, part);
    }
  });
}

/** Asks the index once it has every message that waits, or as it is if nothing can be written; null if it is damaged. */
export function askIndex<T>(db: Db, question: () => T): T | null {
  indexIfWritable(db);
  return rebuildIfDamaged(db, question);
}

function indexIfWritable(db: Db): void {
  try {
    indexWaiting(db);
  } catch (cause) {
    if (toDbError(db, cause) === null) throw cause;
  }
}

const atOnce = (db: Db, work: () => void) => (db.inTransaction ? work() : inTransaction(db, work));

/** Writes what FTS5 would write at the commit, where an error would cost the messages too. */
export function flush(db: Db, { table }: IndexPart): void {
  run(db, `INSERT INTO ${table} (${table}) VALUES ('flush')`);
}

/** How far the index is built. */
export function getIndexProgress(db: Db): IndexProgress {
  const text = `SELECT iif(indexed_from = 0, total, indexed) AS indexed, total FROM search_index`;
  return get<IndexProgress>(db, text) ?? { indexed: 0, total: 0 };
}

/** Whether the index is built; messages that were stored since may wait. */
export function isIndexBuilt(db: Db): boolean {
  return get(db, 'SELECT 1 FROM search_index WHERE indexed_from = 0') !== null;
}

/** Whether every message is in the index, once those that wait are; nothing is indexed in a store that takes no writes. */
export function isIndexComplete(db: Db): boolean {
  indexIfWritable(db);
  return isIndexBuilt(db) && get(db, 'SELECT 1 FROM unindexed LIMIT 1') === null;
}

/**
 * Indexes the next `limit` messages of the build in progress, newest first, in one transaction. A power cut can lose what was not on the disk
 * yet, which is then indexed again. Call it outside of a transaction.
 */
export function indexNextMessages(db: Db, limit: number): void {
  rebuildIfDamaged(db, () => inUnsyncedTransaction(db, () => indexBatch(db, limit)));
}

function indexBatch(db: Db, most: number): void {
  const limit = Math.min(most, getPartSize(db));
  const { from = 0 } = get<{ from: number }>(db, 'SELECT indexed_from AS "from" FROM search_index') ?? {};
  const next = get<{ lowest: number | null; count: number }>(
    db,
    `SELECT min(id) AS lowest, count(*) AS count FROM (SELECT id FROM messages WHERE id < ? ORDER BY id DESC LIMIT ?)`,
    BigInt(from),
    limit,
  );
  const count = next?.count ?? 0;
  const lowest = count < limit ? 0n : BigInt(next?.lowest ?? 0);
  const part = lowerOldestPart(db, lowest);
  const insert = `INSERT INTO ${part.table} (rowid, text)
    SELECT id, text FROM folded_texts WHERE id >= ? AND id < ? ORDER BY id`;
  run(db, insert, lowest, BigInt(from));
  countIndexed(db, part, count);
  const advance = `UPDATE search_index SET indexed_from = ?, indexed = min(total, indexed + ?)`;
  run(db, advance, lowest, count);
}

/** Empties the index and lets the next batches build it again; those of notes and canned responses are built at once. */
export function beginIndexBuild(db: Db): void {
  const work = () => {
    const { from = 0 } =
      get<{ from: number }>(db, 'SELECT coalesce(max(id) + 1, 0) AS "from" FROM messages') ?? {};
    resetParts(db, BigInt(from));
    run(db, 'DELETE FROM unindexed');
    const text = `UPDATE search_index SET indexed_from = ?, total = (SELECT count(*) FROM messages),
      indexed = 0, folding = ?, unicode = NULL, checked_at = NULL`;
    run(db, text, BigInt(from), FOLDING);
    run(db, `INSERT INTO notes_fts (notes_fts) VALUES ('rebuild')`);
    changeIndex(db, 'canned_fts', `INSERT INTO canned_fts (canned_fts) VALUES ('rebuild')`);
  };
  atOnce(db, work);
}

/**
 * Merges segments of the index for about so many pages, and returns whether that was of use. A search reads every segment of a part; there is
 * nothing to merge while fewer than four have about the same size. https://www.sqlite.org/fts5.html#the_merge_command
 */
export function mergeIndex(db: Db, pages: number): boolean {
  return rebuildIfDamaged(db, () => listIndexParts(db).some((part) => mergePart(db, part, pages))) ?? false;
}

/** Merges segments of a part as `mergeIndex` does; all of them into one if `pages` is negative, and goes on with that. */
export function mergePart(db: Db, { table }: IndexPart, pages: number): boolean {
  const before = countChanges(db);
  run(db, `INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`, BigInt(pages));
  // The statement itself counts as one change.
  return countChanges(db) - before >= 2;
}

/** Whether the index was built by another version of the folding. */
export function isFoldedOtherwise(db: Db): boolean {
  return get(db, 'SELECT 1 FROM search_index WHERE folding <> ?', FOLDING) !== null;
}

/** Compared with the messages before this time, or only with another version of Unicode; of a part or of the small indexes. */
const isDue = '(checked_at IS NULL OR checked_at < ? OR unicode IS NOT ?)';

/** Whether some of the index has not been compared with the messages since `since`, or only with another version of Unicode. */
export function isIndexUnchecked(db: Db, since: number, unicode: string): boolean {
  if (!isIndexBuilt(db)) return false;
  const text = (table: string) => `SELECT 1 FROM ${table} WHERE ${isDue}`;
  return ['search_index', 'index_parts'].some((table) => get(db, text(table), since, unicode) !== null);
}

/** Lets the index be compared with the messages as soon as there is time. */
export function requestIndexCheck(db: Db): void {
  for (const table of ['search_index', 'index_parts'])
    run(db, `UPDATE ${table} SET checked_at = NULL WHERE checked_at IS NOT NULL`);
}

/**
 * Compares a part of the index, or the indexes of notes and canned responses, with what is stored (https://www.sqlite.org/fts5.html#the_integrity_check_command), if
 * that was not done since `since`, and returns whether they match. If not, begins to build all of them again. Takes up to a second.
 */
export function checkNextOfIndex(db: Db, since: number, now: number, unicode: string): boolean {
  indexWaiting(db);
  const due = `SELECT number FROM index_parts WHERE ${isDue}`;
  const number = get<{ number: number }>(db, due, since, unicode)?.number;
  const part = listIndexParts(db).find((one) => one.number === number);
  const tables = part ? [part.table] : smallIndexes;
  const check = (table: string) =>
    run(db, `INSERT INTO ${table} (${table}, rank) VALUES ('integrity-check', 1)`);
  if (rebuildIfDamaged(db, () => tables.map(check)) === null) return false;
  if (part)
    run(db, 'UPDATE index_parts SET checked_at = ?, unicode = ? WHERE number = ?', now, unicode, part.number);
  else run(db, 'UPDATE search_index SET checked_at = ?, unicode = ?', now, unicode);
  return true;
}

/** Compares all of the index as `checkNextOfIndex` does a part of it. */
export function checkIndex(db: Db, now: number, unicode: string): boolean {
  requestIndexCheck(db);
  let matches = true;
  while (matches && isIndexUnchecked(db, now, unicode)) matches = checkNextOfIndex(db, now, now, unicode);
  return matches && isIndexBuilt(db);
}

/** Runs `work`; returns null if an index is damaged, and then begins to build them again. */
export function rebuildIfDamaged<T>(db: Db, work: () => T): T | null {
  try {
    return work();
  } catch (cause) {
    if (!isIndexDamage(cause)) throw cause;
    beginIndexBuild(db);
    return null;
  }
}

/**
 * Whether an exception tells that an index is damaged: a damaged list of segments makes FTS5 write a segment that exists. A damaged page of
 * the file has the code SQLITE_CORRUPT.
 */
export function isIndexDamage(cause: unknown): boolean {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return code === 'SQLITE_CORRUPT_VTAB' || code.startsWith('SQLITE_CONSTRAINT');
}
