import type { MessageRole } from './messages.ts';
import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';

/** A post that is wanted because a person's message stands below it in a thread. */
export interface WantedParent {
  readonly xId: string;
  readonly personId: string;
  readonly forMessageId: number;
  /** How many steps above the person's message it stands. */
  readonly depth: number;
}

/** A stored post as one climbs a thread. */
export interface ThreadPost {
  readonly id: number;
  readonly role: MessageRole;
  readonly personId: string;
  readonly inReplyTo: string | null;
}

/** The stored post with this X id, whichever of its versions has it, or null. */
export function getThreadPost(db: Db, xId: string): ThreadPost | null {
  const select = `SELECT id, role, person_id AS personId, in_reply_to AS inReplyTo FROM messages WHERE kind = 'post'`;
  const byFirst = get<ThreadPost>(db, `${select} AND x_id = ?`, xId);
  return byFirst ?? get<ThreadPost>(db, `${select} AND version_x_id = ? AND version_x_id <> x_id`, xId);
}

/** Wants a parent, unless X has said that it does not show it. */
export function wantParent(db: Db, { xId, personId, forMessageId, depth }: WantedParent): void {
  const text = `INSERT OR IGNORE INTO parents
    SELECT ?, ?, ?, ?, (SELECT max(unavailable_at) FROM parents WHERE x_id = ?)`;
  run(db, text, xId, personId, forMessageId, depth, xId);
}

/** X ids of wanted posts, those for the newest messages first. */
export function listWantedIds(db: Db, limit: number): string[] {
  const text = `SELECT x_id AS xId FROM parents WHERE unavailable_at IS NULL
    GROUP BY x_id ORDER BY max(for_message_id) DESC LIMIT ?`;
  return all<{ xId: string }>(db, text, limit).map((row) => row.xId);
}

/** For whom these posts are wanted. */
export function listWantedParents(db: Db, xIds: readonly string[]): WantedParent[] {
  const text = `SELECT x_id AS xId, person_id AS personId, for_message_id AS forMessageId, depth
    FROM parents WHERE unavailable_at IS NULL AND x_id IN (SELECT value FROM json_each(?))`;
  return all<WantedParent>(db, text, JSON.stringify(xIds));
}

/** The post was found: nothing more is wanted of it. */
export function deleteWanted(db: Db, { xId, forMessageId }: WantedParent): void {
  run(db, 'DELETE FROM parents WHERE x_id = ? AND for_message_id = ?', xId, forMessageId);
}

/** X does not show these posts: they are not asked for again. */
export function markUnavailable(db: Db, xIds: readonly string[], now: number): void {
  const text = `UPDATE parents SET unavailable_at = ?
    WHERE unavailable_at IS NULL AND x_id IN (SELECT value FROM json_each(?))`;
  run(db, text, now, JSON.stringify(xIds));
}
