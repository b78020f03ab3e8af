import type { Channel } from '#shared/domain/reply.ts';
import type { Db } from './open.ts';
import { channelOf, isReplyBehind, lastReplyElsewhere } from './outboxJoin.ts';
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

/**
 * How far a history has been seen: a time of capture (captureClock.ts). Everything captured until then is seen, whatever its own
 * time is; what was captured later is not, even if it is older.
 */
export type SeenUntil = number;

/** Returns the row id of the newest message from a person that was captured until a time; 0 if there is none. */
export function getNewestWanted(db: Db, personId: string, capturedUntil: SeenUntil): number {
  const text = `SELECT id FROM messages WHERE person_id = ? AND role = 'wanted' AND captured_at <= ?
    ORDER BY id DESC LIMIT 1`;
  return get<{ id: number }>(db, text, personId, capturedUntil)?.id ?? 0;
}

/** Returns the row id of the account's newest message in a person's history; 0 if there is none. */
export function getNewestOwn(db: Db, personId: string): number {
  const text = `SELECT id FROM messages WHERE person_id = ? AND role = 'own' ORDER BY id DESC LIMIT 1`;
  return get<{ id: number }>(db, text, personId)?.id ?? 0;
}

/** Of the messages that a conversation shows, the one captured last; null if its person has written nothing that is wanted. */
export interface LastCaptured {
  readonly messageId: string;
  readonly capturedAt: SeenUntil;
}

/**
 * Returns the message captured last among those of a conversation and the newest one of its person, who may have others; null
 * if there is none.
 */
export function getLastCaptured(db: Db, conversationId: string): LastCaptured | null {
  const text = `SELECT kind || '-' || x_id AS messageId, captured_at AS capturedAt FROM messages WHERE id IN (
      (SELECT id FROM messages WHERE conversation_id = :id AND role = 'wanted' ORDER BY captured_at DESC LIMIT 1),
      (SELECT id FROM messages WHERE person_id = (SELECT person_id FROM conversations WHERE id = :id)
        AND role = 'wanted' ORDER BY id DESC LIMIT 1))
    ORDER BY captured_at DESC LIMIT 1`;
  return get<LastCaptured>(db, text, { id: conversationId });
}

/**
 * Returns how far an agent has seen a person's history who has seen the message with this id of the contract; null if there is
 * no such message. Whoever has seen a reply in the outbox has seen what its author had.
 */
export function getSeenUntil(db: Db, personId: string, messageId: string): SeenUntil | null {
  const [, kind = '', xId = ''] = /^(post|dm)-(.+)$/.exec(messageId) ?? [];
  const message = 'SELECT captured_at AS at FROM messages WHERE kind = ? AND x_id = ? AND person_id = ?';
  const reply = 'SELECT coalesce(seen_until, created_at) AS at FROM outbox WHERE id = ? AND person_id = ?';
  const row =
    get<{ at: number }>(db, message, kind, xId, personId) ??
    get<{ at: number }>(db, reply, messageId, personId);
  return row?.at ?? null;
}

/** Whether the person has written something newer than row `seenThrough`. */
export function hasNewerWanted(db: Db, personId: string, seenThrough: number): boolean {
  const text = `SELECT max(id) AS id FROM messages WHERE person_id = ? AND role = 'wanted'`;
  return (get<{ id: number | null }>(db, text, personId)?.id ?? 0) > seenThrough;
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

/** When the message of its person that a conversation got last was captured; null if there is none. */
export function getNewestCapture(db: Db, conversationId: string): SeenUntil | null {
  const text = `SELECT captured_at AS at FROM messages
    WHERE conversation_id = ? AND role = 'wanted' AND deleted_at IS NULL ORDER BY captured_at DESC LIMIT 1`;
  return get<{ at: number }>(db, text, conversationId)?.at ?? null;
}

/** Until which time of capture an agent has marked a conversation as read; 0 if never. */
export function getReadThrough(db: Db, conversationId: string): SeenUntil {
  const text = 'SELECT read_through AS at FROM conversations WHERE id = ?';
  return get<{ at: number }>(db, text, conversationId)?.at ?? 0;
}

/**
 * Whether a conversation holds a message of its person that was captured after a time, is still there and is newer than the
 * last reply from elsewhere.
 */
export function hasCapturedAfter(db: Db, conversationId: string, seenUntil: SeenUntil): boolean {
  const text = `SELECT 1 FROM messages WHERE conversation_id = :id AND role = 'wanted' AND captured_at > :seenUntil
    AND deleted_at IS NULL AND id > coalesce((${lastReplyElsewhere(':id')}), 0) LIMIT 1`;
  return get(db, text, { id: conversationId, seenUntil }) !== null;
}
