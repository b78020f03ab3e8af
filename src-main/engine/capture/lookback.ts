import type { SourceKind } from '#shared/domain/capture.ts';
import { DAY_MS } from '#shared/time.ts';
import type { GapRow } from '../store/gaps.ts';
import { toSourceKind } from '../store/sources.ts';
import { DM_LOOKBACK_MS } from '../x/dmLookback.ts';
import type { Lookback } from './feed.ts';

/** How far back X shows each kind of source. */
export const lookbacks: Readonly<Record<SourceKind, Lookback>> = {
  mentions: { items: 800, ms: null },
  ownPosts: { items: 3_200, ms: null },
  dms: { items: null, ms: DM_LOOKBACK_MS },
  search: { items: null, ms: 7 * DAY_MS },
};

/** The time before which X shows nothing of a source at `now`; -Infinity if X limits it by count. */
export function toHorizon(kind: SourceKind, now: number): number {
  const { ms } = lookbacks[kind];
  return ms === null ? Number.NEGATIVE_INFINITY : now - ms;
}

/** How many items a list limited to `items` is sure to show: X counts invisible ones too, so it may end a little early. */
export function toReliableCount(items: number): number {
  return items * 0.85;
}

/** Whether X may still show some of a gap at `now`, as far as Perch can know without a call. */
export function isRecoverable(gap: GapRow, now: number): boolean {
  if (gap.reason === 'tooMany' || gap.reason === 'horizon') return false;
  return gap.to > toHorizon(toSourceKind(gap.sourceId), now);
}

/**
 * The recoverable gaps in the order of backfill: those that X will forget first come first. For sources that X limits
 * by count, `rateOf` gives the items per millisecond, from which follows how long their lists last.
 */
export function toBackfillOrder(
  gaps: readonly GapRow[],
  now: number,
  rateOf: (kind: SourceKind) => number,
): GapRow[] {
  const timeLeft = ({ sourceId, from }: GapRow) => {
    const kind = toSourceKind(sourceId);
    const { items, ms } = lookbacks[kind];
    const lookbackMs = ms ?? (items ?? 0) / rateOf(kind);
    return Math.max(0, from - (now - lookbackMs));
  };
  return gaps
    .filter((gap) => isRecoverable(gap, now))
    .toSorted((a, b) => timeLeft(a) - timeLeft(b) || a.from - b.from);
}
