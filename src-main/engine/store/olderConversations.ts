import type { Db } from './open.ts';
import { all, get } from './sql.ts';

/** Open conversations in which nothing was written or sent since a time. */
const older = `FROM conversations WHERE view = 'open' AND last_at < ?`;

/** These conversations with their last message, the longest unchanged first. */
export function listOlder(db: Db, before: number, limit: number): { id: string; seenThrough: string }[] {
  const text = `SELECT id, last_message_id AS seenThrough ${older} ORDER BY last_at, id LIMIT ?`;
  return all(db, text, before, limit);
}

export function countOlder(db: Db, before: number): number {
  return get<{ n: number }>(db, `SELECT count(*) AS n ${older}`, before)?.n ?? 0;
}
