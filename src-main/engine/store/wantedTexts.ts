import type { Channel } from '#shared/domain/reply.ts';
import type { Db } from './open.ts';
import { all, get } from './sql.ts';

/** Old messages of a long conversation are about other things. */
const LATEST = 50;

/** The texts that the person wrote last in a conversation, the newest first; without deleted ones. */
export function listWantedTexts(db: Db, conversationId: string): string[] {
  const text = `SELECT text FROM messages WHERE conversation_id = ? AND role = 'wanted' AND deleted_at IS NULL
    ORDER BY id DESC LIMIT ?`;
  return all<{ text: string }>(db, text, conversationId, LATEST).map((row) => row.text);
}

/** The channel on which a person wrote last in a conversation; public if they have written nothing there. */
export function getWantedChannel(db: Db, conversationId: string): Channel {
  const text = `SELECT kind FROM messages WHERE conversation_id = ? AND role = 'wanted' ORDER BY id DESC LIMIT 1`;
  return get<{ kind: string }>(db, text, conversationId)?.kind === 'dm' ? 'dm' : 'public';
}
