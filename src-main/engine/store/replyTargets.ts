import { isLocal } from './importedMessages.ts';
import type { Db } from './open.ts';
import { findPost } from './postVersions.ts';
import { get } from './sql.ts';

/** Returns the X id of the person's newest post in a conversation; null if all of it is private. */
export function getNewestPostId(db: Db, conversationId: string, personId: string): string | null {
  const text = `SELECT version_x_id AS xId FROM messages
    WHERE conversation_id = ? AND author_id = ? AND kind = 'post' AND role = 'wanted' AND deleted_at IS NULL
      AND NOT ${isLocal('x_id')}
    ORDER BY id DESC LIMIT 1`;
  return get<{ xId: string }>(db, text, conversationId, personId)?.xId ?? null;
}

/**
 * Returns the X id under which a post takes replies: that of its newest version. `xId` may be that of any. Null
 * unless the post belongs to the conversation or to its person.
 */
export function getPostIdOf(db: Db, conversationId: string, personId: string, xId: string): string | null {
  const text = `SELECT version_x_id AS xId FROM messages
    WHERE id = ? AND role <> 'own' AND (conversation_id = ? OR author_id = ?)`;
  return get<{ xId: string }>(db, text, findPost(db, xId), conversationId, personId)?.xId ?? null;
}

/** Whether X lets the account reply to the author of a post, and what the post's address needs. */
export interface ReplyTarget {
  /** Empty if X has not sent it. */
  readonly handle: string;
  /** The author has mentioned the account, replied to it or quoted it. */
  readonly summoned: boolean;
}

/** Returns what replying to the author of a post depends on; `xId` is that of any version. Null if there is no such post. */
export function getReplyTarget(db: Db, xId: string): ReplyTarget | null {
  const text = `SELECT p.handle, EXISTS (
      SELECT 1 FROM messages s WHERE s.person_id = m.author_id AND s.author_id = m.author_id AND s.kind = 'post'
        AND s.role = 'wanted' AND s.reason IN ('mention', 'reply', 'quote')) AS summoned
    FROM messages m JOIN people p ON p.x_id = m.author_id
    WHERE m.id = ?`;
  const row = get<{ handle: string; summoned: number }>(db, text, findPost(db, xId));
  return row && { handle: row.handle, summoned: row.summoned === 1 };
}

/** Whether a private message can reach a person: they accept them from everybody, or have written one to the account alone. */
export function receivesDms(db: Db, personId: string): boolean {
  const text = `SELECT coalesce(receives_dms, 1) = 1 OR EXISTS (
      SELECT 1 FROM messages WHERE person_id = p.x_id AND author_id = p.x_id AND kind = 'dm' AND role = 'wanted') AS yes
    FROM people p WHERE p.x_id = ?`;
  return get<{ yes: number }>(db, text, personId)?.yes === 1;
}

/** Returns the id of X's own thread around a post; null if it is not known. */
export function getThreadId(db: Db, xId: string): string | null {
  const text = 'SELECT thread_id AS id FROM messages WHERE id = ?';
  return get<{ id: string | null }>(db, text, findPost(db, xId))?.id ?? null;
}
