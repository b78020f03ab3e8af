import type { Db } from './open.ts';
import { rowIdFloor } from './rowIds.ts';
import { all, run } from './sql.ts';

/** An own post that is quoted more often than its quotes were fetched. */
export interface QuotedPostCount {
  readonly id: number;
  readonly versionXId: string;
  readonly counted: number;
  readonly fetched: number;
  /** How many fetches in a row have brought fewer quotes than X counts. */
  readonly tries: number;
  /** 1 while its list has not been read to the end. */
  readonly unfinished: 0 | 1;
}

/**
 * Records how many quotes X counts for an own post. The first count of a post that is not `isRecent` is where fetching begins, so
 * that no old quotes are bought. If quotes are deleted, a later one still makes the count rise.
 */
export function putQuoteCount(
  db: Db,
  { id, counted, isRecent }: { readonly id: number; readonly counted: number; readonly isRecent: boolean },
  now: number,
): void {
  const text = `INSERT INTO quote_counts (message_id, counted, counted_at, fetched) VALUES (:id, :counted, :now, :fetched)
    ON CONFLICT DO UPDATE SET counted = excluded.counted, counted_at = excluded.counted_at,
      fetched = min(fetched, excluded.counted), tries = iif(excluded.counted > counted, 0, tries)`;
  run(db, text, { id, counted, now, fetched: isRecent ? 0 : counted });
}

/** Own posts with new quotes, newest first. After each fetch that brought too few, five minutes more pass before the next. */
export function listQuotedMore(db: Db, now: number, limit: number): QuotedPostCount[] {
  const text = `SELECT q.message_id AS id, m.version_x_id AS versionXId, q.counted, q.fetched, q.tries, q.unfinished
    FROM quote_counts q INDEXED BY quote_counts_risen JOIN messages m ON m.id = q.message_id
    WHERE q.counted > q.fetched AND m.deleted_at IS NULL
      AND (q.tries = 0 OR q.tried_at > :now OR q.tried_at <= :now - q.tries * 300000)
    ORDER BY q.message_id DESC LIMIT :limit`;
  return all<QuotedPostCount>(db, text, { now, limit });
}

/** Records that the list of a post is being read, so that an interrupted read is not taken for a finished one. */
export function beginQuotes(db: Db, id: number): void {
  run(db, 'UPDATE quote_counts SET unfinished = 1 WHERE message_id = ?', id);
}

/** Records a list that was read to its end: how far its quotes are fetched now, and whether X still owes some. */
export function endQuotes(
  db: Db,
  { id, fetched, tries }: Pick<QuotedPostCount, 'id' | 'fetched' | 'tries'>,
  now: number,
): void {
  const text = `UPDATE quote_counts SET fetched = :fetched, tries = :tries, tried_at = :now, unfinished = 0
    WHERE message_id = :id`;
  run(db, text, { id, fetched, tries, now });
}

/**
 * X ids of own posts since `since` whose quotes have to be counted again, those counted longest ago first. Replies are left out.
 * A post of an hour is counted every 15 minutes, one of a day every 6 hours.
 */
export function listUncountedPosts(db: Db, since: number, now: number, limit: number): string[] {
  const text = `SELECT m.version_x_id AS xId FROM quote_counts q CROSS JOIN messages m ON m.id = q.message_id
    WHERE q.message_id >= :floor AND m.in_reply_to IS NULL AND m.deleted_at IS NULL
      AND (q.counted_at > :now OR :now - q.counted_at >= max(900000, (q.counted_at - m.at) / 4))
    ORDER BY q.counted_at LIMIT :limit`;
  const rows = all<{ xId: string }>(db, text, { floor: rowIdFloor(since), now, limit });
  return rows.map((row) => row.xId);
}

/** Records that X does not show these posts for counting. */
export function skipCount(db: Db, xIds: readonly string[], now: number): void {
  const text = `UPDATE quote_counts SET counted_at = ? WHERE message_id IN (
    SELECT id FROM messages WHERE kind = 'post' AND version_x_id IN (SELECT value FROM json_each(?)))`;
  run(db, text, now, JSON.stringify(xIds));
}
