import type { Db } from './open.ts';
import { all, countChanges, get, inTransaction, run } from './sql.ts';
import { toDbError } from './storeHealth.ts';
import { changeIndex } from './termLists.ts';

/*
 * Every statement on the search index of messages is in this file, but for those of erasures in indexErasure.ts and on its words in indexWords.ts;
 * noteIndex.ts has those on the one of notes, cannedIndex.ts those on the one of canned responses. FTS5 takes a row id only as an INTEGER: better-sqlite3 binds numbers
 * as REAL, with which FTS5 ignores `rowid = ?` and reads everything for `rowid < ?`. So row ids are bound as BigInt.
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
  const text = `INSERT INTO messages_fts (rowid, text) SELECT id, text FROM messages_folded
    WHERE id IN (SELECT message_id FROM unindexed)`;
  const index = () => {
    run(db, text);
    flush(db);
    run(db, 'DELETE FROM unindexed');
  };
  rebuildIfDamaged(db, () => atOnce(db, index));
}

/** Removes a message's words from the index, if it has them. `text` is the one that was indexed, before it changes in the store. */
export function unindexMessage(db: Db, id: number, text: string): void {
  // The round will take what the store then has.
  if (get(db, 'SELECT 1 FROM unindexed WHERE message_id = ?', id) !== null) return;
  const statement = `INSERT INTO messages_fts (messages_fts, rowid, text)
    SELECT 'delete', :id, fold_text(:text) FROM search_index WHERE indexed_from <= :id`;
  rebuildIfDamaged(db, () => {
    run(db, statement, { id: BigInt(id), text });
    flush(db);
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

// Writes what FTS5 would write at the commit, where an error would cost the messages too.
function flush(db: Db): void {
  run(db, `INSERT INTO messages_fts (messages_fts) VALUES ('flush')`);
}

/** The newest indexed messages before the row id `before` that match an FTS5 expression. */
export function listMatches(db: Db, match: string, before: number, limit: number): number[] {
  const text = `SELECT rowid AS id FROM messages_fts WHERE messages_fts MATCH ? AND rowid < ?
    ORDER BY rowid DESC LIMIT ?`;
  const list = () => all<{ id: number }>(db, text, match, BigInt(before), limit).map(({ id }) => id);
  return askIndex(db, list) ?? [];
}

/** The indexed messages among `ids` that match an FTS5 expression, the best first, of equals the newest (https://www.sqlite.org/fts5.html#the_bm25_function). */
export function rankMatches(db: Db, match: string, ids: readonly number[]): number[] {
  // The plus sign keeps SQLite from asking the index once for each of them, and the range from reading what is outside.
  const text = `SELECT rowid AS id FROM messages_fts WHERE messages_fts MATCH :match AND rowid BETWEEN :first AND :last
      AND +rowid IN (SELECT value FROM json_each(:ids))
    ORDER BY bm25(messages_fts), rowid DESC`;
  const sorted = ids.toSorted((a, b) => a - b);
  const first = BigInt(sorted[0] ?? 0);
  const last = BigInt(sorted.at(-1) ?? 0);
  const rank = () =>
    all<{ id: number }>(db, text, { match, first, last, ids: JSON.stringify(ids) }).map(({ id }) => id);
  return askIndex(db, rank) ?? [];
}

/** How many indexed messages match an FTS5 expression, at most `most`. */
export function countMatches(db: Db, match: string, most: number): number {
  const text = 'SELECT count(*) AS n FROM (SELECT 1 FROM messages_fts WHERE messages_fts MATCH ? LIMIT ?)';
  return askIndex(db, () => get<{ n: number }>(db, text, match, most)?.n ?? 0) ?? 0;
}

/** The newest indexed messages in a person's history that match an FTS5 expression. */
export function listMatchesOf(db: Db, match: string, personId: string, limit: number): number[] {
  // The plus sign keeps SQLite from asking the index once for each message of the person.
  const text = `SELECT rowid AS id FROM messages_fts WHERE messages_fts MATCH :match AND +rowid IN (
      SELECT id FROM messages WHERE person_id = :personId
      UNION SELECT message_id FROM contexts WHERE person_id = :personId)
    ORDER BY rowid DESC LIMIT :limit`;
  const list = () => all<{ id: number }>(db, text, { match, personId, limit }).map(({ id }) => id);
  return askIndex(db, list) ?? [];
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

/** Indexes the next `limit` messages of the build in progress, newest first, in one transaction. */
export function indexNextMessages(db: Db, limit: number): void {
  rebuildIfDamaged(db, () => inTransaction(db, () => indexBatch(db, limit)));
}

function indexBatch(db: Db, limit: number): void {
  const { from = 0 } = get<{ from: number }>(db, 'SELECT indexed_from AS "from" FROM search_index') ?? {};
  const next = get<{ lowest: number | null; count: number }>(
    db,
    `SELECT min(id) AS lowest, count(*) AS count FROM (SELECT id FROM messages WHERE id < ? ORDER BY id DESC LIMIT ?)`,
    BigInt(from),
    limit,
  );
  const lowest = BigInt(next?.lowest ?? 0);
  const count = next?.count ?? 0;
  const insert = `INSERT INTO messages_fts (rowid, text)
    SELECT id, text FROM messages_folded WHERE id >= ? AND id < ? ORDER BY id`;
  run(db, insert, lowest, BigInt(from));
  const advance = `UPDATE search_index SET indexed_from = ?, indexed = min(total, indexed + ?)`;
  run(db, advance, count < limit ? 0n : lowest, count);
}

/** Empties the index and lets the next batches build it again; those of notes and canned responses are built at once. */
export function beginIndexBuild(db: Db): void {
  const work = () => {
    run(db, `INSERT INTO messages_fts (messages_fts) VALUES ('delete-all')`);
    run(db, 'DELETE FROM unindexed');
    const text = `UPDATE search_index SET (indexed_from, total) = (SELECT coalesce(max(id) + 1, 0), count(*) FROM messages),
      indexed = 0, folding = ?, unicode = NULL, checked_at = NULL, erased_words = NULL`;
    run(db, text, FOLDING);
    run(db, `INSERT INTO notes_fts (notes_fts) VALUES ('rebuild')`);
    changeIndex(db, 'canned_fts', `INSERT INTO canned_fts (canned_fts) VALUES ('rebuild')`);
  };
  atOnce(db, work);
}

/**
 * Merges parts of the index for about so many pages, and returns whether that was of use. A search reads every part; there is nothing
 * to merge while fewer than four have about the same size. https://www.sqlite.org/fts5.html#the_merge_command
 */
export function mergeIndex(db: Db, pages: number): boolean {
  const before = countChanges(db);
  const merge = () =>
    run(db, `INSERT INTO messages_fts (messages_fts, rank) VALUES ('merge', ?)`, BigInt(pages));
  // The statement itself counts as one change.
  return rebuildIfDamaged(db, merge) !== null && countChanges(db) - before >= 2;
}

/** Whether the index was built by another version of the folding. */
export function isFoldedOtherwise(db: Db): boolean {
  return get(db, 'SELECT 1 FROM search_index WHERE folding <> ?', FOLDING) !== null;
}

/** Whether the index has not been compared with the messages since `since`, or only with another version of Unicode. */
export function isIndexUnchecked(db: Db, since: number, unicode: string): boolean {
  const text = `SELECT 1 FROM search_index WHERE indexed_from = 0
    AND (checked_at IS NULL OR checked_at < ? OR unicode IS NOT ?)`;
  return get(db, text, since, unicode) !== null;
}

/** Lets the index be compared with the messages as soon as there is time. */
export function requestIndexCheck(db: Db): void {
  run(db, 'UPDATE search_index SET checked_at = NULL WHERE checked_at IS NOT NULL');
}

/**
 * Compares the indexes with all messages, notes and canned responses (https://www.sqlite.org/fts5.html#the_integrity_check_command) and returns whether
 * they match. If not, begins to build it again. Takes about a second per 150,000 messages.
 */
export function checkIndex(db: Db, now: number, unicode: string): boolean {
  const check = (index: string) => `INSERT INTO ${index} (${index}, rank) VALUES ('integrity-check', 1)`;
  const checks = () => ['messages_fts', ...smallIndexes].map((index) => run(db, check(index)));
  indexWaiting(db);
  const matches = rebuildIfDamaged(db, checks) !== null;
  if (matches) run(db, 'UPDATE search_index SET checked_at = ?, unicode = ?', now, unicode);
  return matches;
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

/** Whether an exception tells that an index is damaged: a damaged list of segments makes FTS5 write a segment that exists. A damaged page of the file has the code SQLITE_CORRUPT. */
export function isIndexDamage(cause: unknown): boolean {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return code === 'SQLITE_CORRUPT_VTAB' || code.startsWith('SQLITE_CONSTRAINT');
}
