/*
 * The state machine of the outbox, as pure functions: each returns what follows for a reply, and applyTransition.ts stores
 * it. The statuses are those of `ReplyStatus` in shared/domain/reply.ts.
 *
 *  replies.send
 *       │
 *       ▼       undo time over,
 *   ┌──────┐    or sent now    ┌────────┐  attempt begins    ┌─────────┐   X took it    ┌──────┐
 *   │ held │ ────────────────▶ │ queued │ ─────────────────▶ │ sending │ ─────────────▶ │ sent │
 *   └──────┘                   └────────┘ ◀───────────────── └─────────┘                └──────┘
 *                    conflict │  ▲   ▲     offline, limit,      │  │                       ▲
 *                             ▼  │   │     no login             │  │ no response           │ found on X, or
 *                  ┌─────────┐   │   │                          │  ▼                       │ seen there by
 *                  │ stopped │ ──┘   │ retry       X refused it │ ┌─────────┐              │ an agent
 *                  └─────────┘       │                          │ │ unknown │ ─────────────┘
 *                       confirm      │                          │ └─────────┘
 *                                    │           ┌─────────┐    │    │   │
 *                                    ├────────── │ refused │ ◀──┘    │   │
 *                                    │           └─────────┘ ◀───────┘   │
 *                                    │        not seen there by an agent │
 *                                    └───────────────────────────────────┘
 *                                                  retry
 *
 * - An unknown reply is reconciled with X 5, 20 and 60 seconds after the attempt, then left to an agent.
 * - Whatever may have reached X is looked for once more before the next attempt, at least 150 seconds after the last one. Found,
 *   it goes from queued to sent; where X does not let Perch look, it becomes unknown again, unless an agent has confirmed that
 *   it is missing.
 * - So is what was in the outbox at a start, before its first attempt since (earlierReplies.ts): an old copy of the store may be
 *   in use. After a crash or in a copied folder, the 150 seconds count from that start.
 * - A thread goes through this once for each of its parts: once X has one, the entry is queued again with the next (parts.ts).
 * - A guard can refuse a queued reply that nobody has overruled it for: it becomes refused without an attempt.
 * - Agents remove a reply by cancelling (held, stopped, or queued without an attempt that may have arrived) or by
 *   dismissing it (refused). Its text becomes the draft again.
 *
 * Example: X takes a reply, but the response is lost.
 *
 *     queued → sending          beginAttempt         on disk before the first byte leaves
 *     sending → unknown{0}      afterAttempt         looked for after 5 s: not found, X shows it late
 *     unknown{0} → unknown{1}   afterReconciliation  looked for after 20 s: found
 *     unknown{1} → sent         toSent
 */
import type { ReplyStatus } from '#shared/domain/reply.ts';
import type { AppError, StopReason } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import type { Transition } from '../store/outbox.ts';
import type { OutboxRow, RowWith } from '../store/outboxRow.ts';
import type { SendFailure } from '../x/xClient.ts';
import { backoffMs, nextTryAt } from './backoff.ts';

/** When an unknown reply is reconciled, in milliseconds after the attempt; X may show it late. */
const reconcileDelaysMs = [5_000, 20_000, 60_000] as const;

/**
 * When a reply that may have arrived can be sent again, in milliseconds after that attempt. X has been seen to show messages up to
 * 110 seconds late, and what it does not show yet a reconciliation cannot find.
 */
export const RESEND_DELAY_MS = 150_000;

/** A failed check is repeated as slowly as a third attempt: it says nothing about the reply itself. */
const CHECK_BACKOFF = 3;

const TWIN_WAIT_MS = 5_000;

type Sending = Pick<RowWith<'sending'>, 'status' | 'sendAttempts' | 'attemptedAt' | 'wasUnknown'>;
type Unknown = Pick<RowWith<'unknown'>, 'status' | 'attemptedAt'>;

/** Queues a held reply whose undo time is over. */
export function release(now: number): Transition {
  return { status: { kind: 'queued', confirmedMissing: false }, nextAttemptAt: now };
}

/** Begins an attempt; store it before the first byte leaves. */
export function beginAttempt(row: RowWith<'queued'>, now: number): Transition {
  const { confirmedMissing } = row.status;
  const sendAttempts = row.sendAttempts + 1;
  return {
    status: { kind: 'sending', confirmedMissing },
    sendAttempts,
    attemptedAt: now,
    nextAttemptAt: null,
  };
}

/** What follows from X's response to an attempt, or from its absence. */
export function afterAttempt(
  row: Sending,
  response: Result<{ readonly id: string }, SendFailure>,
  now: number,
): Transition {
  if (response.ok) return toSent(response.value.id);
  const { outcome, error } = response.error;
  const { confirmedMissing } = row.status;
  if (outcome === 'notSent') {
    const nextAttemptAt = nextTryAt(error, row.sendAttempts, now);
    return { status: { kind: 'queued', confirmedMissing }, nextAttemptAt, error };
  }
  // X has a post with this text: after an attempt that may have arrived, most likely the reply itself.
  const isOwnDuplicate = error.code === 'duplicatePost' && row.wasUnknown;
  if (outcome === 'refused' && !isOwnDuplicate) {
    return { status: { kind: 'refused', confirmedMissing }, nextAttemptAt: null, error };
  }
  return afterLostResponse(row, now);
}

/** What follows from an attempt without a response, also one that a crash has cut off. */
export function afterLostResponse({ attemptedAt }: Pick<OutboxRow, 'attemptedAt'>, now: number): Transition {
  return {
    status: { kind: 'unknown', reconcileAttempts: 0 },
    wasUnknown: true,
    nextAttemptAt: (attemptedAt ?? now) + reconcileDelaysMs[0],
    error: null,
  };
}

/** X has it under this id; null where the id is not known. */
export function toSent(xId: string | null): Transition {
  return { status: { kind: 'sent' }, xId, nextAttemptAt: null, error: null };
}

/** Stops a queued reply until an agent confirms or cancels it. */
export function stop({ status }: Pick<RowWith<'queued'>, 'status'>, reason: StopReason): Transition {
  const { confirmedMissing } = status;
  return { status: { kind: 'stopped', reason, confirmedMissing }, nextAttemptAt: null, error: null };
}

/** What follows from an upload that X refuses, since without its pictures nothing is sent, or from a guard that refuses the reply. */
export function refuse({ status }: Pick<RowWith<'queued'>, 'status'>, error: AppError): Transition {
  const { confirmedMissing } = status;
  return { status: { kind: 'refused', confirmedMissing }, nextAttemptAt: null, error };
}

/** Puts a queued reply off because a check before sending failed. */
export function postpone(row: RowWith<'queued'>, error: AppError, now: number): Transition {
  const nextAttemptAt = nextTryAt(error, Math.max(row.sendAttempts, CHECK_BACKOFF), now);
  return { status: row.status, nextAttemptAt, error };
}

/** What follows from a reconciliation that did not find the reply. */
export function afterReconciliation({ status, attemptedAt }: Unknown, now: number): Transition {
  const reconcileAttempts = status.reconcileAttempts + 1;
  const delayMs = reconcileDelaysMs[reconcileAttempts];
  const nextAttemptAt = delayMs === undefined ? null : Math.max((attemptedAt ?? now) + delayMs, now + 1_000);
  return { status: { kind: 'unknown', reconcileAttempts }, nextAttemptAt };
}

/** What follows from a reconciliation that could not be done: it does not count, unless X will never allow one. */
export function afterFailedReconciliation(
  { status }: Pick<Unknown, 'status'>,
  error: AppError,
  now: number,
): Transition {
  if (error.code === 'refusedByX') return leaveToAgent();
  const resetAt = error.code === 'rateLimited' ? error.resetAt : null;
  return { status, nextAttemptAt: resetAt === null ? now + backoffMs(error, 4) : resetAt + 1_000 };
}

/** Repeats a reconciliation soon: meanwhile a reply with the same words is on the wire, and X could show either. */
export function awaitTwin({ status }: Pick<Unknown, 'status'>, now: number): Transition {
  return { status, nextAttemptAt: now + TWIN_WAIT_MS };
}

/** Uses up all reconciliations: where X does not let Perch look, only an agent can. */
export function leaveToAgent(): Transition {
  const reconcileAttempts = reconcileDelaysMs.length;
  const status: ReplyStatus = { kind: 'unknown', reconcileAttempts };
  return { status, wasUnknown: true, nextAttemptAt: null, error: null };
}

/** What an agent had seen when writing or deciding: only what is newer stops the reply. */
export type Seen = Pick<OutboxRow, 'seenThrough' | 'seenUntil'>;

type Attempted = Pick<OutboxRow, 'wasUnknown' | 'attemptedAt'>;

/** An agent ends the undo time. */
export function sendNow(now: number): Transition {
  return { ...release(now), readyAt: now };
}

/** An agent sends a stopped reply after all. */
export function confirm(
  row: Pick<RowWith<'stopped'>, 'status'> & Attempted,
  seen: Seen,
  now: number,
): Transition {
  return toQueuedAnew(row.status.confirmedMissing, row, seen, now);
}

/** An agent sends a refused or unknown reply again. */
export function retry(
  row: Pick<RowWith<'refused' | 'unknown'>, 'status'> & Attempted,
  seen: Seen,
  now: number,
): Transition {
  return toQueuedAnew(row.status.kind === 'refused' && row.status.confirmedMissing, row, seen, now);
}

/** An agent has looked on X for an unknown reply, and it is not there. */
export function settleNotSent(): Transition {
  const status: ReplyStatus = { kind: 'refused', confirmedMissing: true };
  return { status, nextAttemptAt: null, error: { code: 'notSent' } };
}

/** An agent removes a refused reply. */
export function dismiss({ status }: Pick<RowWith<'refused'>, 'status'>): Transition {
  return { status, dismissed: true };
}

function toQueuedAnew(
  confirmedMissing: boolean,
  { wasUnknown, attemptedAt }: Attempted,
  { seenThrough, seenUntil }: Seen,
  now: number,
): Transition {
  const earliest = wasUnknown ? (attemptedAt ?? now) + RESEND_DELAY_MS : now;
  return {
    status: { kind: 'queued', confirmedMissing },
    readyAt: now,
    nextAttemptAt: Math.max(earliest, now),
    seenThrough,
    seenUntil,
    error: earliest > now ? { code: 'resendDelayed', at: earliest } : null,
  };
}
