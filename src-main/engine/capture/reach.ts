import type { SourceKind } from '#shared/domain/capture.ts';
import { DAY_MS } from '#shared/time.ts';
import type { Reach } from './feed.ts';

/** What X still shows of each kind of source. */
export const reaches: Readonly<Record<SourceKind, Reach>> = {
  mentions: { items: 800, ms: null },
  ownPosts: { items: 3_200, ms: null },
  dms: { items: null, ms: 30 * DAY_MS },
  search: { items: null, ms: 7 * DAY_MS },
};

/** The time before which X shows nothing any more at `now`. */
export function toHorizon(kind: SourceKind, now: number): number {
  const { ms } = reaches[kind];
  return ms === null ? Number.NEGATIVE_INFINITY : now - ms;
}

/** X counts some items that it does not show, so that its end may come a little early: so many are shown for certain. */
export function toCertain(items: number): number {
  return items * 0.85;
}
