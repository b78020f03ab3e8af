import { DAY_MS, MINUTE_MS } from '../time.ts';
import { createLocalTime, type LocalTime } from './localTime.ts';
import { isKnownTimeZone, listOpenMinutes, type OfficeHours } from './officeHours.ts';

/** A stretch of time in which the office is open, in epoch milliseconds; `to` is exclusive. */
type Opening = readonly [from: number, to: number];

/** Office hours on the line of time. Times are in epoch milliseconds. */
export interface OfficeCalendar {
  readonly isOpen: (at: number) => boolean;
  /**
   * The instant at which `ms` of office time have passed since `since`. Hours that do not suffice within `MAX_DAYS` do not
   * count: then it is `ms` after `since`, since nobody should wait for an office that never opens.
   */
  readonly addOpenTime: (since: number, ms: number) => number;
  /**
   * How much office time there is from `since` to `until`, or if the office opens at no time within `MAX_DAYS` after `since`, how
   * much time.
   */
  readonly openTimeBetween: (since: number, until: number) => number;
  /** What wall clocks at the office show, as minutes since midnight. */
  readonly toMinuteOfDay: (at: number) => number;
}

/** How many days ahead office time is looked for. */
const MAX_DAYS = 400;

/** Hours without a time zone, or with one that is not known here, are in that of the computer. */
export function createCalendar(hours: OfficeHours): OfficeCalendar {
  const { timeZone } = hours;
  const local = createLocalTime(timeZone !== null && isKnownTimeZone(timeZone) ? timeZone : undefined);
  const openings = createOpenings(hours, local);
  const toDay = (at: number) => Math.floor(local.toLocal(at) / DAY_MS);
  return {
    isOpen: (at) => openings(toDay(at)).some(([from, to]) => from <= at && at < to),
    addOpenTime: (since, ms) => addOpenTime(openings, toDay(since), since, ms),
    openTimeBetween: (since, until) => {
      if (!opensAfter(openings, toDay(since), since)) return Math.max(0, until - since);
      let open = 0;
      for (let day = toDay(since); day <= toDay(until); day += 1)
        for (const [from, to] of openings(day))
          open += Math.max(0, Math.min(to, until) - Math.max(from, since));
      return open;
    },
    toMinuteOfDay: (at) => Math.floor((local.toLocal(at) % DAY_MS) / MINUTE_MS),
  };
}

function addOpenTime(
  openings: (day: number) => readonly Opening[],
  firstDay: number,
  since: number,
  ms: number,
): number {
  let left = ms;
  for (let day = firstDay; day < firstDay + MAX_DAYS; day += 1) {
    for (const [from, to] of openings(day)) {
      const begin = Math.max(from, since);
      if (begin >= to) continue;
      if (left <= to - begin) return begin + left;
      left -= to - begin;
    }
  }
  return since + ms;
}

function opensAfter(openings: (day: number) => readonly Opening[], firstDay: number, since: number): boolean {
  for (let day = firstDay; day < firstDay + MAX_DAYS; day += 1)
    if (openings(day).some(([, to]) => to > since)) return true;
  return false;
}

/** A function that returns the openings of a day in order, remembering them. */
function createOpenings(hours: OfficeHours, local: LocalTime): (day: number) => readonly Opening[] {
  const known = new Map<number, readonly Opening[]>();
  const isHoliday = toHolidays(hours);
  const hasWeek = hours.ranges.length > 0;
  const list = (day: number): readonly Opening[] => {
    if (isHoliday(day)) return [];
    const minutes = hasWeek ? listOpenMinutes(hours.ranges, toWeekday(day)) : allDay;
    const toInstant = (minute: number) => local.toInstant(day * DAY_MS + minute * MINUTE_MS, day);
    // A day that a zone skips has no length.
    const end = local.toInstant((day + 1) * DAY_MS, day);
    return minutes
      .map(([from, to]) => [toInstant(from), Math.min(toInstant(to), end)] as const)
      .filter(([from, to]) => from < to);
  };
  return (day) => {
    const openings = known.get(day) ?? list(day);
    known.set(day, openings);
    return openings;
  };
}

/** What due times and delays are counted in: time, or where there are office hours only these. Times are in epoch milliseconds. */
export type CountedTime = Pick<OfficeCalendar, 'addOpenTime' | 'openTimeBetween'>;

/** How due times and delays are counted with these office hours, which are those of a workspace; null is around the clock. */
export function createCountedTime(hours: OfficeHours | null): CountedTime {
  if (hours !== null && hours.ranges.length + hours.holidays.length > 0) return createCalendar(hours);
  return {
    addOpenTime: (since, ms) => since + ms,
    openTimeBetween: (since, until) => Math.max(0, until - since),
  };
}

const allDay: readonly (readonly [number, number])[] = [[0, 24 * 60]];

/** 1 for Monday to 7 for Sunday; 1970-01-01 was a Thursday. */
const toWeekday = (day: number) => ((((day + 3) % 7) + 7) % 7) + 1;

function toHolidays({ holidays }: OfficeHours): (day: number) => boolean {
  const once = new Set(holidays.filter(({ yearly }) => !yearly).map(({ date }) => date));
  const yearly = new Set(holidays.filter((holiday) => holiday.yearly).map(({ date }) => date.slice(5)));
  return (day) => {
    if (once.size + yearly.size === 0) return false;
    const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
    return once.has(date) || yearly.has(date.slice(5));
  };
}
