import type { AppError } from '#shared/errors.ts';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '#shared/time.ts';
import type { Source } from '../store/sources.ts';

/** Repeated failures back off no further than this, unless the interval itself is longer. */
const MAX_BACKOFF_MS = 15 * MINUTE_MS;
/** X's longest rate limit window. A later reset time must be a mistake, which must not silence a source for good. */
const MAX_BLOCK_MS = DAY_MS;
/** Sources that fall due this soon after each other share a poll cycle. */
const BATCH_MS = 5 * SECOND_MS;

/**
 * The source as it is after a poll that ended at `now`, with the next one planned `intervalMs` later: later still after
 * failures in a row or until X lifts a rate limit. An interval of 0 plans nothing.
 */
export function afterPoll(source: Source, error: AppError | null, now: number, intervalMs: number): Source {
  const failures = isFailure(error) ? source.failures + 1 : 0;
  const resetAt = error?.code === 'rateLimited' ? error.resetAt : null;
  const blockedUntil = resetAt === null ? null : Math.min(resetAt, now + MAX_BLOCK_MS);
  const delayMs = Math.min(intervalMs * 2 ** failures, Math.max(MAX_BACKOFF_MS, intervalMs));
  const nextPollAt = intervalMs === 0 ? null : Math.max(now + delayMs, blockedUntil ?? 0);
  return { ...source, lastPollAt: now, nextPollAt, blockedUntil, failures, error };
}

/** The source with its next poll moved forward if `intervalMs` is shorter than planned; after a failure it stays. */
export function bringForward(source: Source, intervalMs: number): Source {
  const { nextPollAt, lastPollAt, blockedUntil, failures } = source;
  if (nextPollAt === null || lastPollAt === null || blockedUntil !== null || failures > 0) return source;
  return { ...source, nextPollAt: Math.min(nextPollAt, lastPollAt + intervalMs) };
}

/** The source with its next poll at `at` and no backoff, if its last one failed with one of these errors and it is planned later. */
export function withRetry(source: Source, codes: ReadonlySet<AppError['code']>, at: number): Source {
  if (source.error === null || !codes.has(source.error.code) || source.nextPollAt === null) return source;
  return { ...source, nextPollAt: Math.min(source.nextPollAt, at), failures: 0 };
}

/** Whether a rate limit of X still forbids polling the source at `now`. */
export function isBlocked(source: Source, now: number): boolean {
  return source.blockedUntil !== null && source.blockedUntil > now && !isFromFuture(source, now);
}

/** Whether an automatic poll cycle should poll the source at `now`. */
export function isDue(source: Source, now: number): boolean {
  // Whether the budget allows it again is checked without a call.
  if (source.error?.code === 'budgetSpent') return true;
  return dueAt(source, now) <= now + (source.failures === 0 && !isBlocked(source, now) ? BATCH_MS : 0);
}

/** When the source is due for an automatic poll; in the past if it is overdue. */
export function dueAt(source: Source, now: number): number {
  if (isFromFuture(source, now)) return now;
  return Math.max(source.nextPollAt ?? now, source.blockedUntil ?? 0);
}

// A spent budget needs no backoff: checking it again costs nothing.
function isFailure(error: AppError | null): boolean {
  return error !== null && error.code !== 'budgetSpent';
}

// The clock was set back, so times planned by the old clock mean nothing.
function isFromFuture({ lastPollAt }: Source, now: number): boolean {
  return lastPollAt !== null && lastPollAt > now;
}
