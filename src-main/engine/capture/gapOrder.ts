import type { GapRow } from '../store/gaps.ts';
import { toSourceKind } from '../store/sources.ts';
import { toHorizon } from './reach.ts';

/** Whether X still shows some of a gap at `now`, as far as anybody can know without asking. */
export function isRecoverable(gap: GapRow, now: number): boolean {
  if (gap.reason === 'tooMany' || gap.reason === 'horizon') return false;
  return gap.to > toHorizon(toSourceKind(gap.sourceId), now);
}

/**
 * Gaps that X still shows, the one that will be lost first at the head. Nobody can say when 800 newer mentions will have
 * come, so what X counts goes before what it keeps for days.
 */
export function byRisk(gaps: readonly GapRow[], now: number): GapRow[] {
  const left = (gap: GapRow) => {
    const horizon = toHorizon(toSourceKind(gap.sourceId), now);
    return Number.isFinite(horizon) ? Math.max(0, gap.from - horizon) : -1;
  };
  return gaps
    .filter((gap) => isRecoverable(gap, now))
    .toSorted((a, b) => left(a) - left(b) || a.from - b.from);
}
