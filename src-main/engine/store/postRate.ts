import type { MessageRole } from './messages.ts';
import type { Db } from './open.ts';
import { rowIdFloor } from './rowIds.ts';
import { get } from './sql.ts';

/** The rate follows from this many posts of a role, looked for among so many of the newest posts. */
const SAMPLE_SIZE = 100;
const SEARCHED_POSTS = 2_000;

/** The recent rate of posts of a role, in posts per millisecond; 0 if none is stored. */
export function getPostRate(db: Db, role: MessageRole, now: number): number {
  const text = `SELECT count(*) AS n, min(at) AS since FROM (
      SELECT at FROM (SELECT id, at, role FROM messages WHERE +kind = 'post' ORDER BY id DESC LIMIT ?)
      WHERE role = ? ORDER BY id DESC LIMIT ?)`;
  const sample = get<{ n: number; since: number | null }>(db, text, SEARCHED_POSTS, role, SAMPLE_SIZE);
  return sample?.since ? sample.n / Math.max(now - sample.since, 1) : 0;
}

/** The number of stored posts, of any author, written at `since` or later. */
export function countPostsSince(db: Db, since: number): number {
  const text = `SELECT count(*) AS n FROM messages WHERE +kind = 'post' AND id >= ?`;
  return get<{ n: number }>(db, text, rowIdFloor(since))?.n ?? 0;
}
