import type { Channel, OutboxEntry, OutboxState } from '../../../shared/domain/reply.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Db } from './open.ts';
import { all, get, run, type Value } from './sql.ts';

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

type Stored = Omit<OutboxRow, 'wasUnknown' | 'dismissed' | 'error'> & {
  readonly wasUnknown: number;
  readonly dismissed: number;
  readonly error: string | null;
};

const columns = `id, conversation_id AS conversationId, person_id AS personId, channel, text, in_reply_to AS inReplyTo,
  agent, state, created_at AS createdAt, held_until AS heldUntil, next_attempt_at AS nextAttemptAt, attempts,
  attempted_at AS attemptedAt, looks, was_unknown AS wasUnknown, x_id AS xId, error, dismissed,
  seen_through AS seenThrough`;

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
  const stored = get<Stored>(db, `SELECT ${columns} FROM outbox WHERE id = ?`, id);
  return stored && toRow(stored);
}

/** Answers, the newest first; dismissed ones are left out. */
export function listOutboxRows(db: Db, conversationId: string | null, limit: number): OutboxRow[] {
  const text = `SELECT ${columns} FROM outbox WHERE dismissed = 0 AND (@id IS NULL OR conversation_id = @id)
    ORDER BY created_at DESC, id DESC LIMIT @limit`;
  return all<Stored>(db, text, { id: conversationId, limit }).map(toRow);
}

/** All answers that Perch still has to do something about, the oldest first. */
export function listLiveOutboxRows(db: Db): OutboxRow[] {
  const text = `SELECT ${columns} FROM outbox
    WHERE dismissed = 0 AND (state IN ('held', 'queued', 'sending') OR (state = 'unknown' AND next_attempt_at IS NOT NULL))
    ORDER BY created_at, id`;
  return all<Stored>(db, text).map(toRow);
}

/** Answers that may stand on X under an id that Perch has not learnt, the oldest first. */
export function listUnlinkedOutboxRows(db: Db): OutboxRow[] {
  const text = `SELECT ${columns} FROM outbox WHERE x_id IS NULL AND dismissed = 0 AND state IN ('unknown', 'sent')
    ORDER BY created_at, id`;
  return all<Stored>(db, text).map(toRow);
}

/** Answers to a person that may stand on X although nobody knows it yet, the oldest first. */
export function listUnsettledOutboxRows(db: Db, personId: string): OutboxRow[] {
  const text = `SELECT ${columns} FROM outbox WHERE person_id = ? AND state IN ('sending', 'unknown') AND dismissed = 0
    ORDER BY created_at, id`;
  return all<Stored>(db, text, personId).map(toRow);
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

function toRow(stored: Stored): OutboxRow {
  return {
    ...stored,
    wasUnknown: stored.wasUnknown === 1,
    dismissed: stored.dismissed === 1,
    error: stored.error === null ? null : AppError.parse(JSON.parse(stored.error)),
  };
}

function toValue(value: OutboxChange[keyof OutboxChange]): Value {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === undefined || value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : value;
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
