import type { Channel, OutboxState } from '#shared/domain/reply.ts';
import type { Db } from './open.ts';
import { type OutboxRow, outboxColumns, type StoredOutboxRow, toOutboxRow } from './outboxRow.ts';
import { get, run, type Value } from './sql.ts';

export function insertOutboxRow(
  db: Db,
  row: Pick<
    OutboxRow,
    | 'id'
    | 'conversationId'
    | 'personId'
    | 'channel'
    | 'text'
    | 'inReplyTo'
    | 'agent'
    | 'createdAt'
    | 'heldUntil'
    | 'seenThrough'
  >,
): void {
  run(
    db,
    `INSERT INTO outbox (id, conversation_id, person_id, channel, text, in_reply_to, agent, state, created_at,
       held_until, next_attempt_at, seen_through)
     VALUES (@id, @conversationId, @personId, @channel, @text, @inReplyTo, @agent,
       iif(@heldUntil IS NULL, 'queued', 'held'), @createdAt, @heldUntil,
       iif(@heldUntil IS NULL, @createdAt, NULL), @seenThrough)`,
    { ...row },
  );
}

/** The answer with this id, or null. */
export function getOutboxRow(db: Db, id: string): OutboxRow | null {
  const stored = get<StoredOutboxRow>(db, `SELECT ${outboxColumns} FROM outbox WHERE id = ?`, id);
  return stored && toOutboxRow(stored);
}

/** The changes of one step; what is absent stays as it is. */
export type OutboxChange = Partial<
  Pick<
    OutboxRow,
    | 'heldUntil'
    | 'nextAttemptAt'
    | 'attempts'
    | 'attemptedAt'
    | 'looks'
    | 'wasUnknown'
    | 'xId'
    | 'error'
    | 'dismissed'
    | 'seenThrough'
  >
> & { readonly state: OutboxState };

const columnOf: Readonly<Record<keyof OutboxChange, string>> = {
  state: 'state',
  heldUntil: 'held_until',
  nextAttemptAt: 'next_attempt_at',
  attempts: 'attempts',
  attemptedAt: 'attempted_at',
  looks: 'looks',
  wasUnknown: 'was_unknown',
  xId: 'x_id',
  error: 'error',
  dismissed: 'dismissed',
  seenThrough: 'seen_through',
};

/** Moves an answer on if it still stands in the state `from`; says whether it did. */
export function moveOutboxRow(db: Db, id: string, from: OutboxState, change: OutboxChange): boolean {
  const names = Object.keys(columnOf).filter((name): name is keyof OutboxChange => name in change);
  const text = `UPDATE outbox SET ${names.map((name) => `${columnOf[name]} = ?`).join(', ')}
    WHERE id = ? AND state = ?`;
  return run(db, text, ...names.map((name) => toValue(change[name])), id, from) === 1;
}

/** Removes an answer that was never tried; says whether it was there. */
export function deleteOutboxRow(db: Db, id: string, from: OutboxState): boolean {
  return run(db, 'DELETE FROM outbox WHERE id = ? AND state = ?', id, from) === 1;
}

/** Whether an answer already stands for this message on X. */
export function isLinked(db: Db, channel: Channel, xId: string): boolean {
  return get(db, 'SELECT 1 FROM outbox WHERE channel = ? AND x_id = ?', channel, xId) !== null;
}

/** Makes answers that only lacked a login due at once. */
export function wakeRowsWithoutLogin(db: Db, now: number): void {
  run(
    db,
    `UPDATE outbox SET next_attempt_at = ? WHERE state = 'queued'
     AND error ->> '$.code' IN ('notConnected', 'unauthorised', 'wrongAccount')`,
    now,
  );
}

function toValue(value: OutboxChange[keyof OutboxChange]): Value {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === undefined || value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : value;
}
