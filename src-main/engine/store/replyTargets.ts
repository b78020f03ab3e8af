import type { Db } from './open.ts';
import { get } from './sql.ts';

/** The X id of the person's newest post in a conversation, or null where all of it is private. */
export function getNewestPostId(db: Db, conversationId: string, personId: string): string | null {
  const text = `SELECT version_x_id AS xId FROM messages
    WHERE conversation_id = ? AND author_id = ? AND kind = 'post' AND role = 'wanted' AND deleted_at IS NULL
    ORDER BY id DESC LIMIT 1`;
  return get<{ xId: string }>(db, text, conversationId, personId)?.xId ?? null;
}

/**
 * The X id under which a post can be answered, given the id of any version that Perch has told of. Null unless it stands
 * in the conversation or was written by its person.
 */
export function getPostIdOf(db: Db, conversationId: string, personId: string, xId: string): string | null {
  const text = `SELECT version_x_id AS xId FROM messages
    WHERE kind = 'post' AND (x_id = ? OR (version_x_id = ? AND version_x_id <> x_id)) AND role <> 'own'
      AND (conversation_id = ? OR author_id = ?)`;
  return get<{ xId: string }>(db, text, xId, xId, conversationId, personId)?.xId ?? null;
}

/** Whether X lets the account answer the author of a post, and where a browser shows that post. */
export interface ReplyTarget {
  /** Empty where X has not told it. */
  readonly handle: string;
  /** The author has mentioned the account, answered it or quoted it. */
  readonly summoned: boolean;
}

/** Who wrote the post that has or had this id, as far as answering them goes; null where there is no such post. */
export function getReplyTarget(db: Db, xId: string): ReplyTarget | null {
  const text = `SELECT p.handle, EXISTS (
      SELECT 1 FROM messages s WHERE s.person_id = m.author_id AND s.author_id = m.author_id AND s.kind = 'post'
        AND s.role = 'wanted' AND s.reason IN ('mention', 'reply', 'quote')) AS summoned
    FROM messages m JOIN people p ON p.x_id = m.author_id
    WHERE m.kind = 'post' AND (m.x_id = ? OR (m.version_x_id = ? AND m.version_x_id <> m.x_id))`;
  const row = get<{ handle: string; summoned: number }>(db, text, xId, xId);
  return row && { handle: row.handle, summoned: row.summoned === 1 };
}

/** Whether a private message can reach a person: they take them from everybody, or wrote one themselves. */
export function receivesDms(db: Db, personId: string): boolean {
  const text = `SELECT coalesce(receives_dms, 1) = 1 OR EXISTS (
      SELECT 1 FROM messages WHERE person_id = p.x_id AND author_id = p.x_id AND kind = 'dm') AS yes
    FROM people p WHERE p.x_id = ?`;
  return get<{ yes: number }>(db, text, personId)?.yes === 1;
}

/** The id of X's own thread in which a post stands, or null where Perch does not know it. */
export function getThreadId(db: Db, xId: string): string | null {
  const text = `SELECT thread_id AS id FROM messages
    WHERE kind = 'post' AND (x_id = ? OR (version_x_id = ? AND version_x_id <> x_id))`;
  return get<{ id: string | null }>(db, text, xId, xId)?.id ?? null;
}
