import type { GapReason } from '#shared/domain/capture.ts';
import type { AppError } from '#shared/errors.ts';
import { DAY_MS } from '#shared/time.ts';
import { closeGap, type GapRow, listOpenGaps, putGap } from '../store/gaps.ts';
import { compareXIds } from '../store/messages.ts';
import { getNewestDmBefore, getNewestOwnPostBefore } from '../store/newestMessages.ts';
import { getSource, putSource, type Source, toSourceKind } from '../store/sources.ts';
import { inTransaction } from '../store/sql.ts';
import { toFirstSnowflake, toSnowflakeTime } from '../x/snowflake.ts';
import type { CaptureContext } from './feed.ts';
import { toHorizon } from './lookback.ts';
import type { Ending, Progress } from './paging.ts';

/** X ids further ahead of the clock than this are ignored: they would silence a source for good. */
const MAX_CLOCK_SKEW_MS = DAY_MS;

/** A stretch of X ids of which every item was fetched; `upTo` is null if it starts at the newest item of all. */
export interface FetchedSpan {
  readonly upTo: string | null;
  readonly downTo: string;
}

/** Records that nothing was captured from the head of a source up to now. The gap keeps the first such reason. */
export function recordMissing(ctx: CaptureContext, id: Source['id'], reason: GapReason): void {
  const { capturedThrough: from, sinceId } = getSource(ctx.db, id);
  const now = ctx.clock.now();
  if (from === null || from >= now) return;
  const known = getUnboundedGap(ctx, id);
  putGap(ctx.db, {
    id: known?.id ?? ctx.newId(),
    sourceId: id,
    from: known?.from ?? from,
    to: now,
    reason: mergeReasons(known?.reason, reason),
    afterId: sinceId,
    beforeId: null,
    pageToken: null,
    isBeginning: false,
    foundAt: now,
  });
}

/**
 * Records a page of a poll, which reads from now down to what was captured before, or on a first read down to the end of
 * what X shows. The head moves on with the first page; the unread remainder is kept as a gap that shrinks with every page.
 * Returns that gap, or null if nothing remains.
 */
export function recordHeadPage(
  ctx: CaptureContext,
  before: Source,
  startedAt: number,
  progress: Progress,
  open: GapRow | null,
): GapRow | null {
  return inTransaction(ctx.db, () => {
    const known = open ?? getUnboundedGap(ctx, before.id);
    // A read that ends while it reads known items again is repeated from where it started: it may have missed late ones.
    const isRereading = progress.rereads && progress.more;
    moveHead(ctx, before, startedAt, isRereading ? null : progress.newestId);
    if (progress.rereads && known) closeGap(ctx.db, known.id, startedAt);
    if (progress.rereads || (!known && !progress.more)) return null;
    const gap = toRemainder(ctx, before, startedAt, progress, known);
    putGap(ctx.db, gap);
    return gap;
  });
}

/** Moves the head of a source to the newest item that was read, and to the time when the read started. */
export function moveHead(
  ctx: CaptureContext,
  before: Source,
  startedAt: number,
  newestId: string | null,
): void {
  const newest = toPlausibleId(newestId, startedAt);
  const isNewer = newest !== null && (before.sinceId === null || compareXIds(newest, before.sinceId) > 0);
  putSource(ctx.db, {
    ...getSource(ctx.db, before.id),
    sinceId: isNewer ? newest : before.sinceId,
    capturedThrough: startedAt,
  });
}

function toRemainder(
  ctx: CaptureContext,
  before: Source,
  startedAt: number,
  progress: Progress,
  known: GapRow | null,
): GapRow {
  const beforeId = toPlausibleId(progress.oldestId, startedAt) ?? toFirstSnowflake(startedAt);
  const oldestAt = Math.min(toSnowflakeTime(beforeId), startedAt);
  const from = known?.from ?? toRemainderStart(before, startedAt, oldestAt);
  return {
    id: known?.id ?? ctx.newId(),
    sourceId: before.id,
    from,
    to: Math.max(oldestAt, from + 1),
    reason: known?.reason ?? 'interrupted',
    afterId: before.sinceId,
    beforeId,
    pageToken: progress.pageToken,
    isBeginning: before.capturedThrough === null,
    foundAt: startedAt,
  };
}

// After the clock was set back, `capturedThrough` may be in the future. The times in X ids are right even then.
function toRemainderStart(
  { kind, capturedThrough, sinceId }: Source,
  startedAt: number,
  oldestAt: number,
): number {
  if (capturedThrough === null) {
    const horizon = toHorizon(kind, startedAt);
    return sinceId === null ? horizon : Math.max(horizon, toSnowflakeTime(sinceId));
  }
  if (capturedThrough < oldestAt) return capturedThrough;
  return Math.min(sinceId === null ? oldestAt : toSnowflakeTime(sinceId), oldestAt - 1);
}

function getUnboundedGap(ctx: CaptureContext, id: Source['id']): GapRow | null {
  return listOpenGaps(ctx.db, id).find((gap) => gap.beforeId === null) ?? null;
}

function toPlausibleId(id: string | null, now: number): string | null {
  return id !== null && toSnowflakeTime(id) <= now + MAX_CLOCK_SKEW_MS ? id : null;
}

/** Records a page of a backfill: the span read so far is no longer missing in any gap of the source. */
export function recordBackfillPage(
  ctx: CaptureContext,
  target: GapRow,
  span: FetchedSpan,
  { pageToken }: Progress,
): void {
  inTransaction(ctx.db, () => {
    for (const gap of listOpenGaps(ctx.db, target.sourceId)) {
      if (reachesInto(span, gap)) shrink(ctx, gap, span.downTo, pageToken);
      // The read has not reached its gap yet, but can resume here.
      else if (gap.id === target.id) putGap(ctx.db, { ...gap, pageToken });
    }
  });
}

function reachesInto({ upTo, downTo }: FetchedSpan, { beforeId }: GapRow): boolean {
  if (beforeId === null || compareXIds(downTo, beforeId) >= 0) return false;
  return upTo === null || compareXIds(beforeId, upTo) <= 0;
}

function shrink(ctx: CaptureContext, gap: GapRow, downTo: string, pageToken: string | null): void {
  if (gap.afterId !== null && compareXIds(downTo, gap.afterId) <= 0) {
    closeGap(ctx.db, gap.id, ctx.clock.now());
    return;
  }
  const to = Math.max(Math.min(toSnowflakeTime(downTo), gap.to), gap.from + 1);
  putGap(ctx.db, { ...gap, to, beforeId: downTo, pageToken });
  if (gap.isBeginning) putSource(ctx.db, { ...getSource(ctx.db, gap.sourceId), capturedFrom: to });
}

/**
 * Settles a gap that is still open after the read that was to close it: a failed read leaves it, with the reason; a
 * complete one closes it; an exhausted one closes what X still shows and marks the rest as lost.
 */
export function settleGap(
  ctx: CaptureContext,
  { id, sourceId }: Pick<GapRow, 'id' | 'sourceId'>,
  ending: Ending,
  startedAt: number,
): void {
  const gap = listOpenGaps(ctx.db, sourceId).find((open) => open.id === id);
  if (!gap) return;
  if (ending.kind === 'failed') {
    putGap(ctx.db, { ...gap, reason: mergeReasons(gap.reason, toGapReason(ending.error)) });
    return;
  }
  // By the clock of X, which its response has just given: a local clock that is ahead would declare too much as lost.
  const horizon = toHorizon(toSourceKind(gap.sourceId), ctx.xClock.toXTime(startedAt));
  const isTimed = Number.isFinite(horizon);
  if (ending.kind === 'complete' || gap.isBeginning || (isTimed && gap.from >= horizon)) {
    closeGap(ctx.db, gap.id, ctx.clock.now());
    return;
  }
  // Where X limits a list by count, its length is only known once everything newer has been fetched.
  if (!isTimed && listOpenGaps(ctx.db, sourceId).some((other) => other.from >= gap.to)) return;
  const lost = isTimed
    ? ({ reason: 'horizon', to: Math.min(gap.to, horizon) } as const)
    : ({ reason: 'tooMany' } as const);
  putGap(ctx.db, { ...gap, ...lost });
}

/**
 * Records that an archive has everything of a source up to a time, exclusive: nothing before it is missing any more. Returns how many gaps were
 * closed or became shorter.
 */
export function recordArchived(
  ctx: Pick<CaptureContext, 'db' | 'clock' | 'newId'>,
  id: 'dms' | 'ownPosts',
  until: number,
): number {
  const covered = listOpenGaps(ctx.db, id).filter(({ from }) => from < until);
  const newestId = id === 'dms' ? getNewestDmBefore(ctx.db, until) : getNewestOwnPostBefore(ctx.db, until);
  for (const gap of covered) {
    closeGap(ctx.db, gap.id, ctx.clock.now());
    // The lower end of a gap never moves, so the rest is another one.
    if (gap.to > until)
      putGap(ctx.db, { ...gap, id: ctx.newId(), from: until, afterId: newestId ?? gap.afterId });
  }
  return covered.length;
}

/** The reason of a gap that a failure leaves. */
export function toGapReason(error: AppError): GapReason {
  switch (error.code) {
    case 'rateLimited':
      return 'rateLimited';
    case 'budgetSpent':
      return 'budget';
    case 'unauthorised':
    case 'refusedByX':
    case 'outOfCredits':
    case 'notConnected':
      return 'refused';
    default:
      return 'interrupted';
  }
}

// Having been away explains a gap better than what went wrong on coming back.
function mergeReasons(known: GapReason | undefined, reason: GapReason): GapReason {
  return known === 'away' ? known : reason;
}
