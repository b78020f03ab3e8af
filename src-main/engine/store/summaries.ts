import type {
  Conversation,
  ConversationStatus,
  SettableStatus,
} from '../../../shared/domain/conversation.ts';
import type { Db } from './open.ts';
import { get, run } from './sql.ts';

/** What people decided about a conversation, as opposed to what follows from its messages. */
export interface ConversationFacts {
  readonly status: ConversationStatus;
  readonly setStatus: SettableStatus | null;
  readonly setStatusAt: number | null;
  readonly settledAt: number | null;
  readonly snoozedUntil: number | null;
  readonly readThrough: number;
}

/** The newest answers: those of the outbox by local time, those written elsewhere as a message. */
export interface Answers {
  readonly lastOutboxAt: number | null;
  readonly lastOwnMessage: number;
  readonly lastOwnMessageAt: number | null;
}

/** Messages that still want an answer: since when, and how many of them no agent has seen. */
export interface Unanswered {
  readonly since: number | null;
  readonly unread: number;
}

/** The derived columns of a conversation. */
export interface Summary {
  readonly status: ConversationStatus;
  readonly view: 'open' | 'pending' | 'snoozed' | 'resolved';
  readonly inQueue: boolean;
  readonly waitingSince: number | null;
  readonly dueAt: number | null;
  readonly unread: number;
  readonly last: Conversation['lastMessage'] | null;
}

export function readConversationFacts(db: Db, id: string): ConversationFacts | null {
  return get<ConversationFacts>(
    db,
    `SELECT status, set_status AS setStatus, set_status_at AS setStatusAt, settled_at AS settledAt,
       snoozed_until AS snoozedUntil, read_through AS readThrough FROM conversations WHERE id = ?`,
    id,
  );
}

/** A refused or dismissed answer is none; an unknown one counts, since it may have arrived. */
export function readAnswers(db: Db, conversationId: string): Answers {
  const outbox = get<{ at: number | null }>(
    db,
    `SELECT max(created_at) AS at FROM outbox
     WHERE conversation_id = ? AND dismissed = 0 AND state IN ('held', 'queued', 'sending', 'sent', 'unknown')`,
    conversationId,
  );
  const own = get<{ id: number; at: number }>(
    db,
    `SELECT id, captured_at AS at FROM messages m
     WHERE conversation_id = ? AND role = 'own' AND NOT EXISTS (
       SELECT 1 FROM outbox o WHERE o.x_id = m.x_id AND o.channel = iif(m.kind = 'dm', 'dm', 'public'))
     ORDER BY id DESC LIMIT 1`,
    conversationId,
  );
  return {
    lastOutboxAt: outbox?.at ?? null,
    lastOwnMessage: own?.id ?? 0,
    lastOwnMessageAt: own?.at ?? null,
  };
}

/**
 * An answer from Perch covers what was captured before it, since the agent could see nothing else; an answer from
 * elsewhere covers what was written before it. What its author deleted wants no answer any more.
 */
export function readUnanswered(
  db: Db,
  conversationId: string,
  after: { readonly afterMessage: number; readonly capturedAfter: number; readonly readThrough: number },
): Unanswered {
  const found = get<{ since: number | null; unread: number | null }>(
    db,
    `SELECT min(at) AS since, sum(captured_at > ?) AS unread FROM messages
     WHERE conversation_id = ? AND role = 'wanted' AND id > ? AND captured_at > ? AND deleted_at IS NULL`,
    after.readThrough,
    conversationId,
    after.afterMessage,
    after.capturedAfter,
  );
  return { since: found?.since ?? null, unread: found?.unread ?? 0 };
}

/** The newest message of a conversation; an answer on its way comes after all that was captured before it. */
export function readLastMessage(db: Db, conversationId: string): Conversation['lastMessage'] | null {
  const message = get<Conversation['lastMessage'] & { capturedAt: number }>(
    db,
    `SELECT m.kind || '-' || m.x_id AS id, m.kind, iif(m.role = 'own', 'out', 'in') AS direction,
       coalesce(iif(m.version_x_id = m.x_id, o.text, NULL), m.text) AS text, m.at, m.captured_at AS capturedAt
     FROM messages m LEFT JOIN outbox o ON o.x_id = m.x_id AND o.channel = iif(m.kind = 'dm', 'dm', 'public')
     WHERE m.conversation_id = ? AND m.role <> 'context' ORDER BY m.id DESC LIMIT 1`,
    conversationId,
  );
  const answer = get<Conversation['lastMessage']>(
    db,
    `SELECT o.id, iif(channel = 'dm', 'dm', 'post') AS kind, 'out' AS direction, o.text, o.created_at AS at
     FROM outbox o WHERE o.conversation_id = ? AND dismissed = 0 AND NOT EXISTS (
       SELECT 1 FROM messages m WHERE m.kind = iif(o.channel = 'dm', 'dm', 'post') AND m.x_id = o.x_id)
     ORDER BY o.created_at DESC, o.id DESC LIMIT 1`,
    conversationId,
  );
  if (!message || (answer && answer.at >= message.capturedAt)) return answer;
  const { capturedAt: _, ...last } = message;
  return last;
}

export function writeSummary(db: Db, id: string, summary: Summary): void {
  const { last } = summary;
  run(
    db,
    `UPDATE conversations SET status = ?, view = ?, in_queue = ?, waiting_since = ?, due_at = ?, unread = ?,
       last_kind = coalesce(?, last_kind), last_direction = coalesce(?, last_direction),
       last_text = coalesce(?, last_text), last_at = coalesce(?, last_at),
       last_message_id = coalesce(?, last_message_id) WHERE id = ?`,
    summary.status,
    summary.view,
    summary.inQueue ? 1 : 0,
    summary.waitingSince,
    summary.dueAt,
    summary.unread,
    last?.kind ?? null,
    last?.direction ?? null,
    last?.text ?? null,
    last?.at ?? null,
    last?.id ?? null,
    id,
  );
}
