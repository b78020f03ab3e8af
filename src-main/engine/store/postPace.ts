import type { MessageRole } from './messages.ts';
import type { Db } from './open.ts';
import { get } from './sql.ts';

/** So many of the newest posts tell the pace; they are looked for among so many. */
const SAMPLE = 100;
const AMONG = 2_000;

/** How many posts of a role come in a millisecond lately, by the newest ones; 0 where none is stored. */
export function getPostPace(db: Db, role: MessageRole, now: number): number {
  const text = `SELECT count(*) AS n, min(at) AS since FROM (
      SELECT at FROM (SELECT id, at, role FROM messages WHERE kind = 'post' ORDER BY id DESC LIMIT ?)
      WHERE role = ? ORDER BY id DESC LIMIT ?)`;
  const sample = get<{ n: number; since: number | null }>(db, text, AMONG, role, SAMPLE);
  return sample?.since ? sample.n / Math.max(now - sample.since, 1) : 0;
}
