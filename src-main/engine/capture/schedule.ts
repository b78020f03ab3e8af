import type { AppError } from '#shared/errors.ts';
import { DAY_MS, MINUTE_MS } from '#shared/time.ts';
import type { Source } from '../store/sources.ts';
import type { PollOutcome } from './paging.ts';

/** The longest that Perch waits by itself after failures in a row. */
const LONGEST_WAIT_MS = 15 * MINUTE_MS;

/** X's longest window; a later time is a mistake that must not silence a source for good. */
const LONGEST_BLOCK_MS = DAY_MS;

/** Sources that are due so soon after each other are asked in one round. */
const TOGETHER_MS = 5_000;

/** What is to be remembered of a source that was asked and answered, or failed, at `now`; 0 plans nothing. */
export function afterPoll(source: Source, outcome: PollOutcome, now: number, intervalMs: number): Source {
  const { error, sinceId } = outcome;
  const failures = isTrouble(error) ? source.failures + 1 : 0;
  const resetAt = error?.code === 'rateLimited' ? error.resetAt : null;
  const blockedUntil = resetAt === null ? null : Math.min(resetAt, now + LONGEST_BLOCK_MS);
  const wait = Math.min(intervalMs * 2 ** failures, Math.max(LONGEST_WAIT_MS, intervalMs));
  const nextPollAt = intervalMs === 0 ? null : Math.max(now + wait, blockedUntil ?? 0);
  return { ...source, sinceId, lastPollAt: now, nextPollAt, blockedUntil, failures, error };
}

/** The source as it is asked where `intervalMs` counts now: earlier than planned, never later; what failed keeps its time. */
export function hasten(source: Source, intervalMs: number): Source {
  const { nextPollAt, lastPollAt, blockedUntil, failures } = source;
  if (nextPollAt === null || lastPollAt === null || blockedUntil !== null || failures > 0) return source;
  return { ...source, nextPollAt: Math.min(nextPollAt, lastPollAt + intervalMs) };
}

/** Whether X has forbidden to ask at `now`. */
export function isBlocked(source: Source, now: number): boolean {
  return source.blockedUntil !== null && source.blockedUntil > now && !isFromFuture(source, now);
}

/** Whether a round that nobody asked for should ask the source at `now`. */
export function isDue(source: Source, now: number): boolean {
  // Whether there is money again is known without a call.
  if (source.error?.code === 'budgetSpent') return true;
  return dueAt(source, now) <= now + (source.failures === 0 && !isBlocked(source, now) ? TOGETHER_MS : 0);
}

/** When the source is to be asked by itself; in the past where that is overdue. */
export function dueAt(source: Source, now: number): number {
  if (isFromFuture(source, now)) return now;
  return Math.max(source.nextPollAt ?? now, source.blockedUntil ?? 0);
}

// No money is no trouble: asking whether there is some again costs nothing and is told at once.
function isTrouble(error: AppError | null): boolean {
  return error !== null && error.code !== 'budgetSpent';
}

// The clock was set back: what was planned by the old time says nothing any more.
function isFromFuture({ lastPollAt }: Source, now: number): boolean {
  return lastPollAt !== null && lastPollAt > now;
}
