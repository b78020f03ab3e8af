import type { Channel } from '#shared/domain/reply.ts';
import type { Db } from './open.ts';
import { channelOf, isReplyBehind } from './outboxJoin.ts';
import { withQuotes } from './ownMessages.ts';
import { all, get } from './sql.ts';

/** A message of the account that no outbox entry stands for: a colleague sent it elsewhere. */
export interface ForeignReply {
  readonly channel: Channel;
  readonly xId: string;
  readonly text: string;
  /** The X ids of the posts that it quotes or shares. */
  readonly quotes: readonly string[];
}

/** Returns the row id of the newest message from a person, up to and including row `through`; 0 if there is none. */
export function getNewestWanted(db: Db, personId: string, through = Number.MAX_SAFE_INTEGER): number {
  const text = `SELECT max(id) AS id FROM messages WHERE person_id = ? AND role = 'wanted' AND id <= ?`;
  return get<{ id: number | null }>(db, text, personId, through)?.id ?? 0;
}

/** Returns the row id of the newest message in a person's history, of either side; 0 if there is none. */
export function getNewestOf(db: Db, personId: string): number {
  const text = `SELECT max(id) AS id FROM messages WHERE person_id = ? AND role <> 'context'`;
  return get<{ id: number | null }>(db, text, personId)?.id ?? 0;
}

/** Returns the row id of the newest message from a person that was captured at `capturedBy` or before; 0 if there is none. */
export function getNewestWantedBy(db: Db, personId: string, capturedBy: number): number {
  const text = `SELECT max(id) AS id FROM messages WHERE person_id = ? AND role = 'wanted' AND captured_at <= ?`;
  return get<{ id: number | null }>(db, text, personId, capturedBy)?.id ?? 0;
}

/**
 * Returns the row id up to which an agent has seen a history that ends with `messageId` (a message id of the contract);
 * null if there is no such message. The id of an outbox entry means everything captured before that reply was written.
 */
export function getSeenRow(db: Db, personId: string, messageId: string): number | null {
  const [, kind = '', xId = ''] = /^(post|dm)-(.+)$/.exec(messageId) ?? [];
  const stored = get<{ id: number }>(db, 'SELECT id FROM messages WHERE kind = ? AND x_id = ?', kind, xId);
  if (stored) return stored.id;
  const answer = 'SELECT created_at AS at FROM outbox WHERE id = ? AND person_id = ?';
  const row = get<{ at: number }>(db, answer, messageId, personId);
  return row && getNewestWantedBy(db, personId, row.at);
}

/** Whether the person has written something newer than row `seenThrough`. */
export function hasNewerWanted(db: Db, personId: string, seenThrough: number): boolean {
  return getNewestWanted(db, personId) > seenThrough;
}

/** Messages of the account newer than row `seenThrough` and captured after `capturedAfter` that no outbox entry stands for. */
export function listForeignReplies(
  db: Db,
  personId: string,
  seenThrough: number,
  capturedAfter: number,
): ForeignReply[] {
  const text = `SELECT ${channelOf('m')} AS channel, m.x_id AS xId, m.text, m.quotes FROM messages m
    WHERE m.person_id = ? AND m.role = 'own' AND m.id > ? AND m.captured_at > ? AND NOT EXISTS (
      SELECT 1 FROM outbox o WHERE ${isReplyBehind('o', 'm')})
    ORDER BY m.id`;
  type Row = Omit<ForeignReply, 'quotes'> & { quotes: string };
  return all<Row>(db, text, personId, seenThrough, capturedAfter).map(withQuotes);
}

/** When the newest message of a conversation up to the one with this id of the contract was captured; 0 if there is none. */
export function toSeenAt(db: Db, conversationId: string, messageId: string): number {
  const personId = get<{ id: string }>(
    db,
    'SELECT person_id AS id FROM conversations WHERE id = ?',
    conversationId,
  )?.id;
  const row = personId === undefined ? null : getSeenRow(db, personId, messageId);
  const text = `SELECT max(captured_at) AS at FROM messages WHERE conversation_id = ? AND role = 'wanted' AND id <= ?`;
  return get<{ at: number | null }>(db, text, conversationId, row ?? 0)?.at ?? 0;
}

/** Up to which time of capture an agent has marked a conversation as read; 0 if never. */
export function getReadThrough(db: Db, conversationId: string): number {
  const text = 'SELECT read_through AS at FROM conversations WHERE id = ?';
  return get<{ at: number }>(db, text, conversationId)?.at ?? 0;
}

/** How many messages of the person in a conversation were captured after a time and are still there. */
export function countCapturedAfter(db: Db, conversationId: string, at: number): number {
  const text = `SELECT count(*) AS n FROM messages WHERE conversation_id = ? AND role = 'wanted' AND captured_at > ?
    AND deleted_at IS NULL`;
  return get<{ n: number }>(db, text, conversationId, at)?.n ?? 0;
}
