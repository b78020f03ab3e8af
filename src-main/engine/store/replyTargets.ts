import type { Db } from './open.ts';
import { get } from './sql.ts';

/** The X id of the person's newest post in a conversation, or null where all of it is private. */
export function getNewestPostId(db: Db, conversationId: string, personId: string): string | null {
  const text = `SELECT version_x_id AS xId FROM messages
    WHERE conversation_id = ? AND author_id = ? AND kind = 'post' AND role = 'wanted' ORDER BY id DESC LIMIT 1`;
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
