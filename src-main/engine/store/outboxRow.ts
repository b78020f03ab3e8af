import type { Channel, OutboxEntry, OutboxState } from '#shared/domain/reply.ts';
import { AppError } from '#shared/errors.ts';

/** An answer in the outbox with what the sending needs to know. */
export interface OutboxRow {
  readonly id: string;
  readonly conversationId: string;
  readonly personId: string;
  readonly channel: Channel;
  readonly text: string;
  readonly inReplyTo: string | null;
  readonly agent: string;
  readonly state: OutboxState;
  readonly createdAt: number;
  readonly heldUntil: number | null;
  /** When the next attempt, or while unknown the next look on X, is due. */
  readonly nextAttemptAt: number | null;
  readonly attempts: number;
  readonly attemptedAt: number | null;
  /** How often Perch has looked on X in vain. */
  readonly looks: number;
  readonly wasUnknown: boolean;
  readonly xId: string | null;
  readonly error: AppError | null;
  readonly dismissed: boolean;
  /** The newest message of the person that the agent had seen, as its row id. */
  readonly seenThrough: number | null;
}

/** The columns of a row as SQLite gives them. */
export type StoredOutboxRow = Omit<OutboxRow, 'wasUnknown' | 'dismissed' | 'error'> & {
  readonly wasUnknown: number;
  readonly dismissed: number;
  readonly error: string | null;
};

/** What to select for a row. */
export const outboxColumns = `id, conversation_id AS conversationId, person_id AS personId, channel, text, in_reply_to AS inReplyTo,
  agent, state, created_at AS createdAt, held_until AS heldUntil, next_attempt_at AS nextAttemptAt, attempts,
  attempted_at AS attemptedAt, looks, was_unknown AS wasUnknown, x_id AS xId, error, dismissed,
  seen_through AS seenThrough`;

/** The row behind what SQLite gave. */
export function toOutboxRow(stored: StoredOutboxRow): OutboxRow {
  return {
    ...stored,
    wasUnknown: stored.wasUnknown === 1,
    dismissed: stored.dismissed === 1,
    error: stored.error === null ? null : AppError.parse(JSON.parse(stored.error)),
  };
}

/** The answer as the contract shows it. */
export function toOutboxEntry(row: OutboxRow): OutboxEntry {
  const { id, conversationId, channel, text, state, inReplyTo, agent, createdAt, heldUntil, xId, error } =
    row;
  return {
    id,
    conversationId,
    channel,
    text,
    state,
    inReplyTo,
    agent,
    createdAt,
    heldUntil: state === 'held' ? heldUntil : null,
    ...(xId === null ? {} : { xId }),
    ...(error === null ? {} : { error }),
  };
}
