import type { LocalTime } from '#shared/domain/localTime.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { medianOf, robustSpread } from '../../statistics/medianOf.ts';

/** Posts are counted in slots of this length, which begin at full ten minutes. */
export const SLOT_MS = 10 * MINUTE_MS;
/** How many weeks of the past a baseline looks at. */
export const BASELINE_WEEKS = 8;
/** A baseline needs this many slots: an hour of four weeks. */
const ENOUGH = 24;

/** Returns how many posts a slot of the past has, by its beginning; undefined if it was not captured completely. */
export type GetCount = (slotAt: number) => number | undefined;

/** What ten minutes usually bring at an hour of the week. */
export interface Baseline {
  readonly usual: number;
  /** A standard deviation, never less than that of rare independent posts. */
  readonly spread: number;
}

/**
 * The baseline of the hour in which `at` lies, from the same hour of the week in the eight weeks before. Where these are not enough, the hours before
 * and after join in, then the same hour of the last fourteen days. Null if even these are fewer than 24 slots: not enough past.
 *
 *     usual = median of the slots        spread = max(1.4826 * MAD, sqrt(max(usual, 1)))
 */
export function toBaseline(counts: GetCount, at: number, time: LocalTime): Baseline | null {
  const weeks = Array.from({ length: BASELINE_WEEKS }, (_, index) => (index + 1) * 7);
  const days = Array.from({ length: 14 }, (_, index) => index + 1);
  const own = listHours(counts, at, time, weeks);
  const near = own.length < ENOUGH ? [-1, 1].flatMap((by) => listHours(counts, at, time, weeks, by)) : [];
  const pooled = [...own, ...near];
  const values = pooled.length < ENOUGH ? listHours(counts, at, time, days) : pooled;
  const usual = medianOf(values);
  if (usual === null || values.length < ENOUGH) return null;
  return { usual, spread: Math.max(robustSpread(values) ?? 0, Math.sqrt(Math.max(usual, 1))) };
}

/** The counts of an hour of the wall clock some days ago, or of the hour `by` hours later. */
function listHours(
  counts: GetCount,
  at: number,
  time: LocalTime,
  daysAgo: readonly number[],
  by = 0,
): number[] {
  return daysAgo.flatMap((days) => listHour(counts, toHourBefore(at, time, days) + by * HOUR_MS));
}

function listHour(counts: GetCount, hourAt: number): number[] {
  const slots = Array.from({ length: HOUR_MS / SLOT_MS }, (_, index) => counts(hourAt + index * SLOT_MS));
  return slots.filter((count) => count !== undefined);
}

/** When the hour in which `at` lies began so many days earlier, by wall clocks: a change of the clocks in between does not move it. */
function toHourBefore(at: number, { toLocal, toInstant }: LocalTime, days: number): number {
  const local = Math.floor(toLocal(at) / HOUR_MS) * HOUR_MS - days * DAY_MS;
  const instant = toInstant(local, Math.floor(local / DAY_MS));
  return Math.floor(instant / SLOT_MS) * SLOT_MS;
}

/** The level looks at the slots from three hours to half an hour before. */
const LEVEL_MS = 3 * HOUR_MS;
const RECENT_MS = 30 * MINUTE_MS;
const HIGHEST_LEVEL = 3;

/**
 * How much busier the last hours were than usual, 1 to 3: a campaign raises what is expected, while an incident has begun too recently to do so.
 * Hours that are not known do not count.
 */
export function toLevel(counts: GetCount, baselineOf: (at: number) => Baseline | null, at: number): number {
  const last = Math.floor((at - RECENT_MS) / SLOT_MS) * SLOT_MS;
  const sums = { counted: 0, usual: 0 };
  for (let slot = last - SLOT_MS; slot >= at - LEVEL_MS; slot -= SLOT_MS) {
    const [count, baseline] = [counts(slot), baselineOf(slot)];
    if (count === undefined || baseline === null) continue;
    sums.counted += count;
    sums.usual += baseline.usual;
  }
  // The same number on both sides keeps a few posts of a quiet night from being a level.
  const level = (sums.counted + SMALL) / (sums.usual + SMALL);
  return Math.min(Math.max(level, 1), HIGHEST_LEVEL);
}

const SMALL = 10;
