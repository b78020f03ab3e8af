import type { GapReason } from '#shared/domain/capture.ts';
import { DAY_MS } from '#shared/time.ts';
import { type GapRow, listOpenGaps, putGap } from '../store/gaps.ts';
import { compareXIds } from '../store/messages.ts';
import { getSource, putSource, type Source } from '../store/sources.ts';
import { inTransaction } from '../store/sql.ts';
import { toFirstSnowflake, toSnowflakeTime } from '../x/snowflake.ts';
import type { CaptureContext } from './captureContext.ts';
import { mergeReasons } from './gapReason.ts';
import { toHorizon } from './lookback.ts';
import type { Progress } from './paging.ts';

/** Ids that are further ahead of the clock are not believed: they would silence a source for good. */
const CLOCKS_DIFFER_MS = DAY_MS;

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
    pageToken: null,
    isBeginning: false,
    foundAt: now,
  });
}

/**
 * A page of a round from now back to what was captured before, or at the first round to the end of what X shows: the head
 * moves on with the first page, and what the pages have yet to tell is a gap that each of them makes smaller. Answers that
 * gap, null where there is none.
 */
export function noteHeadPage(
  ctx: CaptureContext,
  before: Source,
  startedAt: number,
  progress: Progress,
  open: GapRow | null,
): GapRow | null {
  return inTransaction(ctx.db, () => {
    const known = open ?? getHeadGap(ctx, before.id);
    moveHead(ctx, before, startedAt, progress.newestId);
    if (!known && !progress.more) return null;
    const gap = toHeadGap(ctx, before, startedAt, progress, known);
    putGap(ctx.db, gap);
    return gap;
  });
}

function toHeadGap(
  ctx: CaptureContext,
  before: Source,
  startedAt: number,
  progress: Progress,
  known: GapRow | null,
): GapRow {
  const beforeId = toBelievedId(progress.oldestId, startedAt) ?? toFirstSnowflake(startedAt);
  const oldestAt = Math.min(toSnowflakeTime(beforeId), startedAt);
  const from = known?.from ?? toHeadStart(before, startedAt, oldestAt);
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

// Where the clock was set back, the time up to which was captured lies ahead; the ids of X tell it too.
function toHeadStart(
  { kind, capturedThrough, sinceId }: Source,
  startedAt: number,
  oldestAt: number,
): number {
  if (capturedThrough === null) return toHorizon(kind, startedAt);
  if (capturedThrough < oldestAt) return capturedThrough;
  return Math.min(sinceId === null ? oldestAt : toSnowflakeTime(sinceId), oldestAt - 1);
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

function getHeadGap(ctx: CaptureContext, id: Source['id']): GapRow | null {
  return listOpenGaps(ctx.db, id).find((gap) => gap.beforeId === null) ?? null;
}

function toBelievedId(id: string | null, now: number): string | null {
  return id !== null && toSnowflakeTime(id) <= now + CLOCKS_DIFFER_MS ? id : null;
}
