import type { GapReason } from '../../../shared/domain/capture.ts';
import type { AppError } from '../../../shared/errors.ts';
import { fillGap, type GapRow, listOpenGaps, putGap } from '../store/gaps.ts';
import { compareXIds } from '../store/messages.ts';
import { getSource, putSource, type Source, toSourceKind } from '../store/sources.ts';
import { inTransaction } from '../store/sql.ts';
import { toFirstSnowflake, toSnowflakeTime } from '../x/snowflake.ts';
import type { CaptureContext } from './captureContext.ts';
import type { Ending, Progress } from './paging.ts';
import { toHorizon } from './reach.ts';

/** Ids that are further ahead of the clock are not believed: they would silence a source for good. */
const CLOCKS_DIFFER_MS = 24 * 3_600_000;

/** Why a failure left a gap. */
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

/** Writes down that nothing was captured from the end of what is captured up to now; the first such reason stays. */
export function noteMissing(ctx: CaptureContext, id: Source['id'], reason: GapReason): void {
  const { capturedThrough: from, sinceId } = getSource(ctx.db, id);
  const now = ctx.clock.now();
  if (from === null || from >= now) return;
  const known = getHeadGap(ctx, id);
  putGap(ctx.db, {
    id: known?.id ?? ctx.newId(),
    sourceId: id,
    from: known?.from ?? from,
    to: now,
    reason: mergeReasons(known?.reason, reason),
    afterId: sinceId,
    beforeId: null,
    foundAt: now,
  });
}

/**
 * A page of a round from now back to what was captured before: the head moves on with the first page, and what the
 * pages have yet to tell is a gap that each of them makes smaller. Answers that gap, null where there is none.
 */
export function noteHeadPage(
  ctx: CaptureContext,
  before: Source,
  startedAt: number,
  progress: Progress,
  open: GapRow | null,
): GapRow | null {
  const { capturedThrough: from } = before;
  if (from === null) return null;
  return inTransaction(ctx.db, () => {
    const known = open ?? getHeadGap(ctx, before.id);
    moveHead(ctx, before, startedAt, progress.newestId);
    if (!known && !progress.more) return null;
    const beforeId = toBelievedId(progress.oldestId, startedAt) ?? toFirstSnowflake(startedAt);
    const start = known?.from ?? from;
    const gap: GapRow = {
      id: known?.id ?? ctx.newId(),
      sourceId: before.id,
      from: start,
      to: Math.max(Math.min(toSnowflakeTime(beforeId), startedAt), start + 1),
      reason: known?.reason ?? 'interrupted',
      afterId: before.sinceId,
      beforeId,
      foundAt: startedAt,
    };
    putGap(ctx.db, gap);
    return gap;
  });
}

/** The head of a source stands at the newest item that was read, and at the beginning of the round. */
export function moveHead(
  ctx: CaptureContext,
  before: Source,
  startedAt: number,
  newestId: string | null,
): void {
  const newest = toBelievedId(newestId, startedAt);
  const current = getSource(ctx.db, before.id);
  const isNewer = newest !== null && (before.sinceId === null || compareXIds(newest, before.sinceId) > 0);
  putSource(ctx.db, {
    ...current,
    sinceId: isNewer ? newest : before.sinceId,
    capturedThrough: startedAt,
  });
}

/** A page of a back-fill: what it told is no longer missing. */
export function noteFilledPage(ctx: CaptureContext, gap: GapRow, progress: Progress): GapRow {
  const { oldestId } = progress;
  if (oldestId === null || gap.beforeId === null || compareXIds(oldestId, gap.beforeId) >= 0) return gap;
  const to = Math.max(Math.min(toSnowflakeTime(oldestId), gap.to), gap.from + 1);
  const smaller = { ...gap, to, beforeId: oldestId };
  putGap(ctx.db, smaller);
  return smaller;
}

/** What becomes of a gap once the reading that should close it has ended; true where it is closed. */
export function noteEnding(ctx: CaptureContext, gap: GapRow, ending: Ending, startedAt: number): boolean {
  if (ending.kind === 'broken') {
    putGap(ctx.db, { ...gap, reason: mergeReasons(gap.reason, toGapReason(ending.error)) });
    return false;
  }
  const kind = toSourceKind(gap.sourceId);
  const horizon = toHorizon(kind, startedAt);
  if (ending.kind === 'whole' || (Number.isFinite(horizon) && gap.from >= horizon)) {
    fillGap(ctx.db, gap.id, ctx.clock.now());
    return true;
  }
  const isCounted = !Number.isFinite(horizon);
  const lost = isCounted
    ? ({ reason: 'tooMany' } as const)
    : ({ reason: 'horizon', to: Math.min(gap.to, horizon) } as const);
  putGap(ctx.db, { ...gap, ...lost });
  return false;
}

// Being away explains a stretch better than what went wrong when Perch came back.
function mergeReasons(known: GapReason | undefined, reason: GapReason): GapReason {
  return known === 'away' ? known : reason;
}

function getHeadGap(ctx: CaptureContext, id: Source['id']): GapRow | null {
  return listOpenGaps(ctx.db, id).find((gap) => gap.beforeId === null) ?? null;
}

function toBelievedId(id: string | null, now: number): string | null {
  return id !== null && toSnowflakeTime(id) <= now + CLOCKS_DIFFER_MS ? id : null;
}
