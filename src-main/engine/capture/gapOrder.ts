import type { SourceKind } from '#shared/domain/capture.ts';
import type { GapRow } from '../store/gaps.ts';
import { toSourceKind } from '../store/sources.ts';
import { reaches, toHorizon } from './reach.ts';

/** Whether X still shows some of a gap at `now`, as far as anybody can know without asking. */
export function isRecoverable(gap: GapRow, now: number): boolean {
  if (gap.reason === 'tooMany' || gap.reason === 'horizon') return false;
  return gap.to > toHorizon(toSourceKind(gap.sourceId), now);
}

/**
 * Gaps that X still shows, the one that will be lost first at the head. Of a source that X counts, `paceOf` says how many
 * items come in a millisecond, and so how long its list reaches back.
 */
export function byRisk(gaps: readonly GapRow[], now: number, paceOf: (kind: SourceKind) => number): GapRow[] {
  const left = ({ sourceId, from }: GapRow) => {
    const kind = toSourceKind(sourceId);
    const { items, ms } = reaches[kind];
    const reachMs = ms ?? (items ?? 0) / paceOf(kind);
    return Math.max(0, from - (now - reachMs));
  };
  return gaps
    .filter((gap) => isRecoverable(gap, now))
    .toSorted((a, b) => left(a) - left(b) || a.from - b.from);
}
