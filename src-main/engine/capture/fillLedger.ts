import { fillGap, type GapRow, listOpenGaps, putGap } from '../store/gaps.ts';
import { compareXIds } from '../store/messages.ts';
import { getSource, putSource, toSourceKind } from '../store/sources.ts';
import { inTransaction } from '../store/sql.ts';
import { toSnowflakeTime } from '../x/snowflake.ts';
import type { CaptureContext } from './captureContext.ts';
import { mergeReasons, toGapReason } from './gapReason.ts';
import { toHorizon } from './lookback.ts';
import type { Ending, Progress } from './paging.ts';

/** Everything of a source between two X ids was told; `upTo` is null where that began with the newest of all. */
export interface Told {
  readonly upTo: string | null;
  readonly downTo: string;
}

/** A page of a back-fill: what was told on the way to it is missing no more, in whichever gaps of the source. */
export function noteFilledPage(ctx: CaptureContext, target: GapRow, told: Told, progress: Progress): void {
  inTransaction(ctx.db, () => {
    for (const gap of listOpenGaps(ctx.db, target.sourceId)) {
      if (isReached(gap, told)) shrink(ctx, gap, told.downTo, progress.pageToken);
      // The reading goes on from here the next time, though it has not come to the gap yet.
      else if (gap.id === target.id) putGap(ctx.db, { ...gap, pageToken: progress.pageToken });
    }
  });
}

/** What becomes of a gap that is still open when the reading that should close it has ended. */
export function noteEnding(
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
  // X has just answered, so that its clock is known: one of this machine that is ahead would call lost what is there.
  const horizon = toHorizon(toSourceKind(gap.sourceId), ctx.xClock.toXTime(startedAt));
  const isTimed = Number.isFinite(horizon);
  if (ending.kind === 'complete' || gap.isBeginning || (isTimed && gap.from >= horizon)) {
    fillGap(ctx.db, gap.id, ctx.clock.now());
    return;
  }
  // How long the list of X is shows only once what is newer is known.
  if (!isTimed && listOpenGaps(ctx.db, sourceId).some((other) => other.from >= gap.to)) return;
  const lost = isTimed
    ? ({ reason: 'horizon', to: Math.min(gap.to, horizon) } as const)
    : ({ reason: 'tooMany' } as const);
  putGap(ctx.db, { ...gap, ...lost });
}

function isReached({ beforeId }: GapRow, { upTo, downTo }: Told): boolean {
  if (beforeId === null || compareXIds(downTo, beforeId) >= 0) return false;
  return upTo === null || compareXIds(beforeId, upTo) <= 0;
}

function shrink(ctx: CaptureContext, gap: GapRow, downTo: string, pageToken: string | null): void {
  if (gap.afterId !== null && compareXIds(downTo, gap.afterId) <= 0) {
    fillGap(ctx.db, gap.id, ctx.clock.now());
    return;
  }
  const to = Math.max(Math.min(toSnowflakeTime(downTo), gap.to), gap.from + 1);
  putGap(ctx.db, { ...gap, to, beforeId: downTo, pageToken });
  if (gap.isBeginning) putSource(ctx.db, { ...getSource(ctx.db, gap.sourceId), capturedFrom: to });
}
