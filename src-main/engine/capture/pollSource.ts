import type { AppError } from '#shared/errors.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { emitThreaded, nothingThreaded } from '../conversations/threaded.ts';
import { threadMessages } from '../conversations/threading.ts';
import { getSource, isFirstCycle, putSource, type Source, type SourceId } from '../store/sources.ts';
import { inTransaction } from '../store/sql.ts';
import type { CaptureContext, Feed } from './feed.ts';
import { recordMissing } from './gapLedger.ts';
import { readNew } from './readNew.ts';
import { afterPoll, isBlocked } from './schedule.ts';

/** Outcome of polling one source. */
export interface PolledSource {
  readonly newMessages: number;
  readonly error: AppError | null;
}

/**
 * Perch was away from a source that was captured longer ago than this and that is overdue by `LATE_MS`. A shorter absence
 * is not the reason of a gap: if its stretch cannot be fetched, the reason is what prevents that.
 */
const AWAY_MS = 15 * MINUTE_MS;
const LATE_MS = MINUTE_MS;

/**
 * Fetches and stores what is new in a source, threads it, plans the next poll and emits events. Makes no call while X
 * has the source rate limited. Messages are not threaded before each of the account's sources has been polled once.
 */
export async function pollSource(
  ctx: CaptureContext,
  id: SourceId,
  feed: Feed,
  intervalMs: () => number,
): Promise<PolledSource> {
  const source = getSource(ctx.db, id);
  if (isBlocked(source, ctx.clock.now())) {
    recordMissing(ctx, id, 'rateLimited');
    return { newMessages: 0, error: { code: 'rateLimited', resetAt: source.blockedUntil } };
  }
  if (wasAway(source, ctx.clock.now())) recordMissing(ctx, id, 'away');
  const { added, changed, ending } = await readNew(ctx, source, feed);
  const error = ending.kind === 'failed' ? ending.error : null;
  if (error?.code !== 'engineGone') settle(ctx, id, changed, error, intervalMs);
  return { newMessages: added, error };
}

function wasAway({ capturedThrough, nextPollAt }: Source, now: number): boolean {
  if (capturedThrough === null) return false;
  return now - capturedThrough > AWAY_MS && now > (nextPollAt ?? 0) + LATE_MS;
}

function settle(
  ctx: CaptureContext,
  id: SourceId,
  changed: readonly string[],
  error: AppError | null,
  intervalMs: () => number,
): void {
  const threaded = inTransaction(ctx.db, () => {
    const threading = isFirstCycle(ctx.db, id) ? nothingThreaded : threadMessages(ctx);
    // Only now is it known whether customers wait, which shortens the interval.
    putSource(ctx.db, afterPoll(getSource(ctx.db, id), error, ctx.clock.now(), intervalMs()));
    return threading;
  });
  emitThreaded(ctx, threaded, changed);
  if (!error) return;
  ctx.log('capture.pollFailed', { source: id, code: error.code });
  ctx.emit({ name: 'capture.failed', params: { source: id, error } });
}
