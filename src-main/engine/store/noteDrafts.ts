import type { Db } from './open.ts';
import { get, run } from './sql.ts';

/** Stores the unfinished note of a conversation; an empty text deletes it. */
export function saveNoteDraft(db: Db, conversationId: string, text: string, now: number): void {
  if (text === '') {
    run(db, 'DELETE FROM note_drafts WHERE conversation_id = ?', conversationId);
    return;
  }
  const upsert = `INSERT INTO note_drafts VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at`;
  run(db, upsert, conversationId, text, now);
}

/** The unfinished note of a conversation; empty if there is none. */
export function getNoteDraft(db: Db, conversationId: string): string {
  const text = 'SELECT text FROM note_drafts WHERE conversation_id = ?';
  return get<{ text: string }>(db, text, conversationId)?.text ?? '';
}
