import { listOpenMinutes, type OpeningRange } from '#shared/domain/officeHours.ts';
import type { DayRange } from './readDay.ts';
import { toPlainMinutes } from './weekdays.ts';

const DAY_MINUTES = 1_440;
const days = [1, 2, 3, 4, 5, 6, 7] as const;

/** The hours of each day by its number, 1 for Monday; hours past midnight belong to the day on which they begin. */
export type Week = ReadonlyMap<number, readonly DayRange[]>;

/** The stored ranges as a week: what ends at midnight goes on with what begins then, unless it would fill a day and more. */
export function toWeek(ranges: readonly OpeningRange[]): Week {
  const ofDay = (day: number) => listOpenMinutes(ranges, ((day - 1) % 7) + 1);
  const continues = (day: number) => {
    const [last, next] = [ofDay(day).at(-1), ofDay(day + 1)[0]];
    return last?.[1] === DAY_MINUTES && next?.[0] === 0 && next[1] <= last[0] ? next[1] : null;
  };
  return new Map(
    days.map((day) => {
      const own = continues(day + 6) === null ? ofDay(day) : ofDay(day).slice(1);
      const after = continues(day);
      const end = (to: number) => (to === DAY_MINUTES && after !== null ? to + after : to);
      return [day, own.map(([from, to]) => ({ from, to: end(to) }))];
    }),
  );
}

/** A week as it is stored: each range within its day, and the days with the same range together. */
export function toRanges(week: Week): OpeningRange[] {
  const ofTimes = new Map<string, OpeningRange>();
  const add = (day: number, fromMinute: number, toMinute: number) => {
    const [from, to] = [toPlainMinutes(fromMinute), toPlainMinutes(toMinute)];
    const known = ofTimes.get(from + to)?.days ?? [];
    ofTimes.set(from + to, { days: [...known, day].sort((a, b) => a - b), from, to });
  };
  for (const [day, ranges] of week) {
    for (const { from, to } of ranges) {
      add(day, from, Math.min(to, DAY_MINUTES));
      if (to > DAY_MINUTES) add((day % 7) + 1, 0, to - DAY_MINUTES);
    }
  }
  return [...ofTimes.values()];
}
