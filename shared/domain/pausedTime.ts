import type { CountedTime } from './officeCalendar.ts';

/** A stretch of time in which a clock stands still, in epoch milliseconds; `to` is null while nobody knows its end. */
export type Pause = readonly [from: number, to: number | null];

/**
 * The instant at which `ms` have passed since `since`, without the pauses. These are in order and do not overlap; an open one is
 * taken for over.
 */
export function addUnpausedTime(
  counted: CountedTime,
  pauses: readonly Pause[],
  since: number,
  ms: number,
): number {
  let left = ms;
  let at = since;
  for (const [from, to] of pauses) {
    if (to === null || to <= at) continue;
    if (from > at) {
      const open = counted.openTimeBetween(at, from);
      if (left <= open) break;
      left -= open;
    }
    at = to;
  }
  return counted.addOpenTime(at, left);
}

/** How much time passed from `since` to `until`, without the pauses. */
export function unpausedTimeBetween(
  counted: CountedTime,
  pauses: readonly Pause[],
  since: number,
  until: number,
): number {
  let passed = 0;
  let at = since;
  for (const [from, to] of pauses) {
    if (from >= until) break;
    if (from > at) passed += counted.openTimeBetween(at, from);
    at = Math.max(at, to ?? until);
  }
  return at < until ? passed + counted.openTimeBetween(at, until) : passed;
}
