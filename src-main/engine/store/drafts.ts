import { Channel } from '#shared/domain/reply.ts';
import type { Db } from './open.ts';
import { all, run } from './sql.ts';

/** SQL: whether a conversation has the draft of a reply or of a note. */
export const hasDraft = (conversationId: string): string =>
  `(EXISTS (SELECT 1 FROM drafts d WHERE d.conversation_id = ${conversationId})
    OR EXISTS (SELECT 1 FROM note_drafts d WHERE d.conversation_id = ${conversationId}))`;

/** SQL: the ids of the conversations with such a draft. */
export const draftedConversations =
  'SELECT conversation_id FROM drafts UNION ALL SELECT conversation_id FROM note_drafts';

export interface Draft {
  readonly channel: Channel;
  readonly text: string;
  readonly updatedAt: number;
}

/** Stores the draft of a conversation and channel; an empty text deletes it. */
export function saveDraft(db: Db, conversationId: string, channel: Channel, text: string, now: number): void {
  if (text === '') {
    run(db, 'DELETE FROM drafts WHERE conversation_id = ? AND channel = ?', conversationId, channel);
    return;
  }
  const upsert = `INSERT INTO drafts VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at`;
  run(db, upsert, conversationId, channel, text, now);
}

/** Lists the drafts of a conversation, the one changed last first. */
export function listDrafts(db: Db, conversationId: string): Draft[] {
  const text = `SELECT channel, text, updated_at AS updatedAt FROM drafts
    WHERE conversation_id = ? ORDER BY updated_at DESC, channel`;
  return all<{ channel: string; text: string; updatedAt: number }>(db, text, conversationId).map((row) => ({
    ...row,
    channel: Channel.parse(row.channel),
  }));
}
