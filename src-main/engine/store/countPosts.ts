import type { Db } from './open.ts';
import { rowIdFloor } from './rowIds.ts';
import { get } from './sql.ts';

/** How many posts are stored that were written since then, whoever wrote them. */
export function countPostsSince(db: Db, at: number): number {
  const text = `SELECT count(*) AS n FROM messages WHERE kind = 'post' AND id >= ?`;
  return get<{ n: number }>(db, text, rowIdFloor(at))?.n ?? 0;
}
