import type { Source } from '../store/sources.ts';
import type { PollOutcome } from './paging.ts';

/** The longest that Perch waits by itself after failures in a row. */
const LONGEST_WAIT_MS = 15 * 60_000;

/** X's longest window; a later time is a mistake that must not silence a source for good. */
const LONGEST_BLOCK_MS = 24 * 3_600_000;

/** What is to be remembered of a source that was asked and answered, or failed, at `now`. */
export function afterPoll(source: Source, outcome: PollOutcome, now: number, intervalMs: number): Source {
  const { error, sinceId } = outcome;
  const failures = error === null ? 0 : source.failures + 1;
  const resetAt = error?.code === 'rateLimited' ? error.resetAt : null;
  const blockedUntil = resetAt === null ? null : Math.min(resetAt, now + LONGEST_BLOCK_MS);
  const wait = Math.min(intervalMs * 2 ** failures, Math.max(LONGEST_WAIT_MS, intervalMs));
  const nextPollAt = intervalMs === 0 ? null : Math.max(now + wait, blockedUntil ?? 0);
  return { ...source, sinceId, lastPollAt: now, nextPollAt, blockedUntil, failures, error };
}

/** Whether X has forbidden to ask at `now`. */
export function isBlocked(source: Source, now: number): boolean {
  return source.blockedUntil !== null && source.blockedUntil > now;
}

/** Whether a round that nobody asked for should ask the source at `now`. */
export function isDue(source: Source, now: number): boolean {
  return !isBlocked(source, now) && (source.failures === 0 || (source.nextPollAt ?? 0) <= now);
}
