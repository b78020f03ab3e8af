import type { RowRange } from './filteredMessages.ts';
import { getPartSize, listIndexParts, listPartsOf } from './indexParts.ts';
import type { Db } from './open.ts';
import { askIndex } from './searchIndex.ts';
import { all, get } from './sql.ts';

/*
 * What the search index of messages is asked for; see searchIndex.ts.
 */

/** So many full parts are looked into at a time: what nobody wrote would else be looked for in all of them, which grows with the archive. */
const PARTS_AT_ONCE = 2;

/** Messages that match. */
export interface Matches {
  /** Their row ids, newest first. */
  readonly ids: readonly number[];
  /** The row id before which older ones may follow; null if these are all. */
  readonly end: number | null;
}

/**
 * The newest indexed messages of a range that match an FTS5 expression, at most `limit`; of a large archive, those in the newest parts of the range.
 * There can be none though `end` is set.
 */
export function listMatches(db: Db, match: string, { from, before }: RowRange, limit: number): Matches {
  return askIndex(db, () => lookInto(db, match, { from, before }, limit)) ?? { ids: [], end: null };
}

function lookInto(db: Db, match: string, { from, before }: RowRange, limit: number): Matches {
  const ids: number[] = [];
  let left = PARTS_AT_ONCE * getPartSize(db);
  for (const { table, first, end, indexed } of listIndexParts(db)) {
    if (first >= before || end <= from) continue;
    if (left <= 0) return { ids, end: Number(end) };
    left -= indexed;
    const text = `SELECT rowid AS id FROM ${table} WHERE ${table} MATCH ? AND rowid >= ? AND rowid < ?
      ORDER BY rowid DESC LIMIT ?`;
    const wanted = limit + 1 - ids.length;
    const found = all<{ id: number }>(db, text, match, BigInt(from), BigInt(before), wanted);
    for (const { id } of found) ids.push(id);
    if (ids.length > limit) return { ids: ids.slice(0, limit), end: ids[limit - 1] ?? null };
  }
  return { ids, end: null };
}

/**
 * The indexed messages among `ids` that match an FTS5 expression, the best first, of equals the newest
 * (https://www.sqlite.org/fts5.html#the_bm25_function). How rare a word is, is counted in the part of a message.
 */
export function rankMatches(db: Db, match: string, ids: readonly number[]): number[] {
  const rank = () =>
    listPartsOf(db, ids).flatMap(({ part: { table }, ids: some }) => {
      // The plus sign keeps SQLite from asking the index once for each of them, and the range from reading what is outside.
      const text = `SELECT rowid AS id, bm25(${table}) AS score FROM ${table} WHERE ${table} MATCH :match
        AND rowid BETWEEN :first AND :last AND +rowid IN (SELECT value FROM json_each(:ids))`;
      const sorted = some.toSorted((a, b) => a - b);
      const first = BigInt(sorted[0] ?? 0);
      const last = BigInt(sorted.at(-1) ?? 0);
      return all<{ id: number; score: number }>(db, text, { match, first, last, ids: JSON.stringify(some) });
    });
  const ranked = askIndex(db, rank) ?? [];
  return ranked.toSorted((a, b) => a.score - b.score || b.id - a.id).map(({ id }) => id);
}

/** Whether an indexed message matches an FTS5 expression. */
export function hasMatch(db: Db, match: string): boolean {
  const look = () =>
    listIndexParts(db).some(
      ({ table }) => get(db, `SELECT 1 FROM ${table} WHERE ${table} MATCH ? LIMIT 1`, match) !== null,
    );
  return askIndex(db, look) ?? false;
}

/** The newest indexed messages in a person's history that match an FTS5 expression. */
export function listMatchesOf(db: Db, match: string, personId: string, limit: number): number[] {
  const list = () => {
    const ids: number[] = [];
    for (const { table, first, end } of listIndexParts(db)) {
      // The plus sign keeps SQLite from asking the index once for each message of the person.
      const text = `SELECT rowid AS id FROM ${table} WHERE ${table} MATCH :match AND +rowid IN (
          SELECT id FROM messages WHERE person_id = :personId AND id >= :first AND id < :end
          UNION SELECT message_id FROM contexts WHERE person_id = :personId AND message_id >= :first AND message_id < :end)
        ORDER BY rowid DESC LIMIT :limit`;
      const values = { match, personId, first, end, limit: limit - ids.length };
      for (const { id } of all<{ id: number }>(db, text, values)) ids.push(id);
      if (ids.length >= limit) return ids;
    }
    return ids;
  };
  return askIndex(db, list) ?? [];
}
