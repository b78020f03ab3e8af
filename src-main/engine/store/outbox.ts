import type { Channel, ReplyStatus, ReplyStatusKind } from '#shared/domain/reply.ts';
import type { AppError } from '#shared/errors.ts';
import type { Db } from './open.ts';
import {
  type OutboxRow,
  outboxColumns,
  type StoredOutboxRow,
  toOutboxRow,
  toStatusColumns,
} from './outboxRow.ts';
import { get, run, type Value } from './sql.ts';

/** A reply as it enters the outbox: held or queued. */
export type NewOutboxRow = Pick<
  OutboxRow,
  | 'id'
  | 'conversationId'
  | 'personId'
  | 'channel'
  | 'text'
  | 'attachments'
  | 'parts'
  | 'mark'
  | 'excludeMentions'
  | 'inReplyTo'
  | 'agent'
  | 'status'
  | 'createdAt'
  | 'readyAt'
  | 'nextAttemptAt'
  | 'seenThrough'
  | 'seenUntil'
>;

export function insertOutboxRow(db: Db, { status, ...row }: NewOutboxRow): void {
  run(
    db,
    `INSERT INTO outbox (id, conversation_id, person_id, channel, text, attachments, parts, mark, exclude_mentions, in_reply_to, agent, state, created_at, ready_at,
       next_attempt_at, seen_through, seen_until)
     VALUES (@id, @conversationId, @personId, @channel, @text, @attachments, @parts, @mark, @excludeMentions, @inReplyTo, @agent, @state, @createdAt, @readyAt,
       @nextAttemptAt, @seenThrough, @seenUntil)`,
    { ...row, ...toLists(row), state: status.kind },
  );
}

const toLists = ({
  attachments,
  parts,
  excludeMentions,
}: Pick<NewOutboxRow, 'attachments' | 'parts' | 'excludeMentions'>) => ({
  attachments: JSON.stringify(attachments),
  parts: parts && JSON.stringify(parts),
  excludeMentions: JSON.stringify(excludeMentions),
});

/**
 * Adds what was next of a thread, as `row` still has it, as a reply of its own that X has, under this id of X if it is known.
 */
export function insertSentPart(db: Db, row: OutboxRow, id: string, xId: string | null): void {
  run(
    db,
    `INSERT INTO outbox (id, conversation_id, person_id, channel, text, attachments, exclude_mentions, in_reply_to, agent, state,
       created_at, ready_at, attempts, attempted_at, was_unknown, x_id, seen_through, seen_until, thread_id)
     SELECT @id, conversation_id, person_id, channel, @text, @attachments, exclude_mentions, @inReplyTo, agent, 'sent',
       created_at, ready_at, @sendAttempts, @attemptedAt, @wasUnknown, @xId, seen_through, seen_until, id
     FROM outbox WHERE id = @thread`,
    {
      id,
      xId,
      thread: row.id,
      text: row.text,
      attachments: JSON.stringify(row.attachments),
      inReplyTo: row.inReplyTo,
      sendAttempts: row.sendAttempts,
      attemptedAt: row.attemptedAt,
      wasUnknown: row.wasUnknown ? 1 : 0,
    },
  );
}

/** The reply with this id, or null. */
export function getOutboxRow(db: Db, id: string): OutboxRow | null {
  const stored = get<StoredOutboxRow>(db, `SELECT ${outboxColumns} FROM outbox WHERE id = ?`, id);
  return stored && toOutboxRow(stored);
}

/** The status that a reply moves to and what changes with it; what is absent stays as it is. */
export interface Transition
  extends Partial<
    Pick<
      OutboxRow,
      | 'text'
      | 'attachments'
      | 'parts'
      | 'inReplyTo'
      | 'readyAt'
      | 'nextAttemptAt'
      | 'sendAttempts'
      | 'attemptedAt'
      | 'wasUnknown'
      | 'xId'
      | 'error'
      | 'dismissed'
      | 'seenThrough'
      | 'seenUntil'
    >
  > {
  readonly status: ReplyStatus;
}

const columnOf = {
  text: 'text',
  attachments: 'attachments',
  parts: 'parts',
  inReplyTo: 'in_reply_to',
  readyAt: 'ready_at',
  nextAttemptAt: 'next_attempt_at',
  sendAttempts: 'attempts',
  attemptedAt: 'attempted_at',
  wasUnknown: 'was_unknown',
  xId: 'x_id',
  error: 'error',
  dismissed: 'dismissed',
  seenThrough: 'seen_through',
  seenUntil: 'seen_until',
} as const satisfies Record<Exclude<keyof Transition, 'status'>, string>;

type Fact = keyof typeof columnOf;
const facts = Object.keys(columnOf) as readonly Fact[];

/** Carries out a transition if the reply still has a status of the kind `from`; returns whether it did. */
export function updateOutboxRow(
  db: Db,
  id: string,
  from: ReplyStatusKind,
  { status, ...changed }: Transition,
): boolean {
  const present = facts.filter((fact) => fact in changed);
  const columns: Readonly<Record<string, Value>> = {
    ...toStatusColumns(status),
    ...Object.fromEntries(present.map((fact) => [columnOf[fact], toValue(changed[fact])])),
  };
  const assignments = Object.keys(columns).map((column) => `${column} = ?`);
  const text = `UPDATE outbox SET ${assignments.join(', ')} WHERE id = ? AND state = ?`;
  return run(db, text, ...Object.values(columns), id, from) === 1;
}

/** Removes a reply that was never tried, if its status is still of the kind `from`; returns whether it did. */
export function deleteOutboxRow(db: Db, id: string, from: ReplyStatusKind): boolean {
  return run(db, 'DELETE FROM outbox WHERE id = ? AND state = ?', id, from) === 1;
}

/** Whether a reply is already known to be this message on X. */
export function isLinked(db: Db, channel: Channel, xId: string): boolean {
  return get(db, 'SELECT 1 FROM outbox WHERE channel = ? AND x_id = ?', channel, xId) !== null;
}

/** Makes the replies due that wait because of one of these errors. */
export function wakeRowsWaitingFor(db: Db, codes: readonly AppError['code'][], now: number): void {
  const text = `UPDATE outbox SET next_attempt_at = ? WHERE state = 'queued'
    AND error ->> '$.code' IN (SELECT value FROM json_each(?))`;
  run(db, text, now, JSON.stringify(codes));
}

function toValue(value: Transition[Fact]): Value {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === undefined || value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : value;
}
