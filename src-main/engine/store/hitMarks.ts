import { isByBlocked } from './blockedAuthors.ts';
import type { Db } from './open.ts';
import { get, run } from './sql.ts';

/** How many hits wait to be looked at, and how many are hidden. */
export interface HitCounts {
  readonly unread: number;
  readonly hidden: number;
}

/**
 * The condition on a message `m` that somebody may still look at it in the Watchlist: one that is in the queue anyway, hidden, by a blocked author,
 * or gone from X does not count as unread.
 */
export const isWaiting = `(m.conversation_id IS NULL AND m.deleted_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM hidden_hits WHERE message_id = m.id) AND NOT ${isByBlocked('m.id')})`;

/** Counts the unread and the hidden hits, without those by blocked authors. */
export function countHits(db: Db): HitCounts {
  const unread = `SELECT count(*) AS n FROM unread_hits u CROSS JOIN messages m ON m.id = u.message_id
    WHERE u.message_id > 0 AND ${isWaiting}`;
  const hidden = `SELECT count(*) AS n FROM hidden_hits WHERE message_id > 0 AND NOT ${isByBlocked('message_id')}`;
  const count = (text: string) => get<{ n: number }>(db, text)?.n ?? 0;
  return { unread: count(unread), hidden: count(hidden) };
}

/** Returns the row id of the hit with this message id (`post-…`), even if it is gone from X; null if there is no such hit. */
export function getHitRow(db: Db, messageId: string): number | null {
  const text = `SELECT id FROM messages WHERE kind = 'post' AND x_id = ?
    AND EXISTS (SELECT 1 FROM hits WHERE message_id = messages.id)`;
  return get<{ id: number }>(db, text, messageId.replace(/^post-/, ''))?.id ?? null;
}

/** Records that hits have been looked at. Returns whether any was unread. */
export function readHits(db: Db, rowIds: readonly number[]): boolean {
  const text = 'DELETE FROM unread_hits WHERE message_id IN (SELECT value FROM json_each(?))';
  return run(db, text, JSON.stringify(rowIds)) > 0;
}

/** Hides a hit or shows it again; that leaves whether it was read. Returns false if it was so before. */
export function setHitHidden(db: Db, rowId: number, hidden: boolean): boolean {
  const text = hidden
    ? 'INSERT OR IGNORE INTO hidden_hits VALUES (?)'
    : 'DELETE FROM hidden_hits WHERE message_id = ?';
  return run(db, text, rowId) > 0;
}
