import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import type { OutboxChange } from '../store/outbox.ts';
import type { OutboxRow } from '../store/outboxRow.ts';
import type { SendFailure } from '../x/xClient.ts';
import { backoffMs, nextTryAt } from './backoff.ts';

/** How long after an attempt of unknown outcome Perch looks on X, in milliseconds; X may show it late. */
const lookDelaysMs = [5_000, 20_000, 60_000] as const;

type Attempted = Pick<OutboxRow, 'attempts' | 'attemptedAt' | 'wasUnknown'>;
type Looked = Pick<OutboxRow, 'attemptedAt' | 'looks'>;

/** What follows from an attempt. */
export function decideAfterAttempt(
  row: Attempted,
  answer: Result<{ readonly id: string }, SendFailure>,
  now: number,
): OutboxChange {
  if (answer.ok) return toSentChange(answer.value.id);
  const { outcome, error } = answer.error;
  if (outcome === 'notSent') {
    return { state: 'queued', nextAttemptAt: nextTryAt(error, row.attempts, now), error };
  }
  // X has a post with this text: after an attempt that may have arrived that is most likely the answer itself.
  const isOwnDuplicate = error.code === 'duplicatePost' && row.wasUnknown;
  if (outcome === 'refused' && !isOwnDuplicate) return { state: 'refused', nextAttemptAt: null, error };
  return toUnknownChange(row.attemptedAt ?? now);
}

/** An attempt that nobody saw the end of: looked for on X, never sent again by itself. */
export function toUnknownChange(attemptedAt: number): OutboxChange {
  return {
    state: 'unknown',
    wasUnknown: true,
    looks: 0,
    nextAttemptAt: attemptedAt + lookDelaysMs[0],
    error: { code: 'outcomeUnknown', looks: 0 },
  };
}

/** X has it under this id. */
export function toSentChange(xId: string): OutboxChange {
  return { state: 'sent', xId, nextAttemptAt: null, error: null };
}

/** What follows from a look on X that did not find the answer. */
export function decideAfterLook(row: Looked, now: number): OutboxChange {
  const looks = row.looks + 1;
  const delayMs = lookDelaysMs[looks];
  return {
    state: 'unknown',
    looks,
    nextAttemptAt: delayMs === undefined ? null : Math.max((row.attemptedAt ?? now) + delayMs, now + 1_000),
    error: { code: 'outcomeUnknown', looks },
  };
}

/** What follows where an agent has looked on X and has not found it: Perch need not look, though it does where it may. */
export function toNotSentChange(): OutboxChange {
  return { state: 'refused', looks: lookDelaysMs.length, nextAttemptAt: null, error: { code: 'notSent' } };
}

/** Whether an agent has said that an answer is not on X, and wants it sent all the same. */
export function isFoundMissing({ state, looks }: Pick<OutboxRow, 'state' | 'looks'>): boolean {
  return state === 'queued' && looks >= lookDelaysMs.length;
}

/** What is left to an agent, who can look on X where Perch may not. */
export function toAskChange(): OutboxChange {
  const looks = lookDelaysMs.length;
  return { state: 'unknown', looks, nextAttemptAt: null, error: { code: 'outcomeUnknown', looks } };
}

/** What follows from a look that could not be done: it does not count, unless X will never allow one. */
export function decideAfterFailedLook(error: AppError, now: number): OutboxChange {
  if (error.code === 'refusedByX') return toAskChange();
  const resetAt = error.code === 'rateLimited' ? error.resetAt : null;
  return { state: 'unknown', nextAttemptAt: resetAt === null ? now + backoffMs(error, 4) : resetAt + 1_000 };
}
