import type { MessageRole } from './messages.ts';
import type { Db } from './open.ts';
import { findPost } from './postVersions.ts';
import { all, get, run } from './sql.ts';

/** Threads are followed this many steps up and no further. */
export const MAX_THREAD_DEPTH = 20;

/** A post that is not stored but needed, because a person's message or an own post is below it in a thread. */
export interface MissingParent {
  readonly xId: string;
  readonly personId: string;
  readonly forMessageId: number;
  /** How many steps it is above the person's message. */
  readonly depth: number;
}

/** A stored post as a step of a thread. */
export interface ThreadPost {
  readonly id: number;
  readonly role: MessageRole;
  readonly personId: string;
  readonly inReplyTo: string | null;
}

/** The stored post one of whose versions has this X id, or null. */
export function getThreadPost(db: Db, xId: string): ThreadPost | null {
  const id = findPost(db, xId);
  const text = 'SELECT id, role, person_id AS personId, in_reply_to AS inReplyTo FROM messages WHERE id = ?';
  return id === null ? null : get<ThreadPost>(db, text, id);
}

/** Whether the account wrote this message. */
export function isOwnMessage(db: Db, id: number): boolean {
  return get<{ role: MessageRole }>(db, 'SELECT role FROM messages WHERE id = ?', id)?.role === 'own';
}

/** Records a missing parent; as unavailable if it is known that X does not show that post. Repeating it changes nothing. */
export function insertMissingParent(db: Db, { xId, personId, forMessageId, depth }: MissingParent): void {
  const text = `INSERT OR IGNORE INTO parents
    SELECT ?, ?, ?, ?, (SELECT max(unavailable_at) FROM parents WHERE x_id = ?)`;
  run(db, text, xId, personId, forMessageId, depth, xId);
}

/** X ids of missing parents that X may show, those of the newest messages first. */
export function listMissingParentIds(db: Db, limit: number): string[] {
  const text = `SELECT x_id AS xId FROM parents WHERE unavailable_at IS NULL
    GROUP BY x_id ORDER BY max(for_message_id) DESC LIMIT ?`;
  return all<{ xId: string }>(db, text, limit).map((row) => row.xId);
}

/** The missing parents with these X ids, one for each message that needs them. */
export function listMissingParents(db: Db, xIds: readonly string[]): MissingParent[] {
  const text = `SELECT x_id AS xId, person_id AS personId, for_message_id AS forMessageId, depth
    FROM parents WHERE unavailable_at IS NULL AND x_id IN (SELECT value FROM json_each(?))`;
  return all<MissingParent>(db, text, JSON.stringify(xIds));
}

/** Deletes a missing parent, after the post was found. */
export function deleteMissingParent(db: Db, { xId, forMessageId }: MissingParent): void {
  run(db, 'DELETE FROM parents WHERE x_id = ? AND for_message_id = ?', xId, forMessageId);
}

/** Records that X does not show these posts, so they are not fetched again. */
export function markUnavailable(db: Db, xIds: readonly string[], now: number): void {
  const text = `UPDATE parents SET unavailable_at = ?
    WHERE unavailable_at IS NULL AND x_id IN (SELECT value FROM json_each(?))`;
  run(db, text, now, JSON.stringify(xIds));
}
