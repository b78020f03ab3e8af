import type { Db } from './open.ts';
import { get } from './sql.ts';

/** Whose conversation this is, or null where there is none with this id. */
export function getPersonIdOf(db: Db, conversationId: string): string | null {
  const text = 'SELECT person_id AS personId FROM conversations WHERE id = ?';
  return get<{ personId: string }>(db, text, conversationId)?.personId ?? null;
}

/** The X id of the person's newest post in a conversation, or null where all of it is private. */
export function getNewestPostId(db: Db, conversationId: string, personId: string): string | null {
  const text = `SELECT x_id AS xId FROM messages
    WHERE conversation_id = ? AND author_id = ? AND kind = 'post' AND role = 'wanted' ORDER BY id DESC LIMIT 1`;
  return get<{ xId: string }>(db, text, conversationId, personId)?.xId ?? null;
}

/** Whether this is a post that stands in the conversation or was written by its person. */
export function isPostOf(db: Db, conversationId: string, personId: string, xId: string): boolean {
  const text = `SELECT 1 FROM messages WHERE kind = 'post' AND x_id = ? AND role <> 'own'
    AND (conversation_id = ? OR author_id = ?)`;
  return get(db, text, xId, conversationId, personId) !== null;
}
