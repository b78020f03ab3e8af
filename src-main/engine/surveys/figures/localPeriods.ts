import { createLocalTime, type LocalTime } from '#shared/domain/localTime.ts';
import { isKnownTimeZone } from '#shared/domain/officeHours.ts';
import type { PeriodUnit } from '#shared/domain/surveyReport.ts';
import { DAY_MS } from '#shared/time.ts';
import type { Db } from '../../store/open.ts';
import { getSettings } from '../../store/settings.ts';
import type { Span } from '../../store/surveyTallies.ts';

// What a zone's clocks show is worked out by the day, and remembered.
const known = new Map<string, LocalTime>();

/** The clocks of the office; those of the computer if it has none, or one that is not known here. */
export function getOfficeTime(db: Db): LocalTime {
  const set = getSettings(db).officeHours?.timeZone;
  const own = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zone = set && isKnownTimeZone(set) ? set : own();
  const local = known.get(zone) ?? createLocalTime(zone);
  known.set(zone, local);
  return local;
}

/**
 * The days, weeks or months by these clocks that contain the times from `first` to `last` (both inclusive), in order, each with its
 * first day as YYYY-MM-DD. They follow each other without a gap; a day can have 23 or 25 hours.
 */
export function listSpans(
  { toLocal, toInstant }: LocalTime,
  unit: PeriodUnit,
  first: number,
  last: number,
): Span[] {
  const spans: Span[] = [];
  let day = toFirstDay(Math.floor(toLocal(first) / DAY_MS), unit);
  let from = toInstant(day * DAY_MS, day);
  while (from <= last) {
    const key = new Date(day * DAY_MS).toISOString().slice(0, 10);
    day = toNextDay(day, unit);
    const to = toInstant(day * DAY_MS, day);
    spans.push([from, to, key]);
    from = to;
  }
  return spans;
}

// Day 0, the first of 1970, was a Thursday.
const toWeekday = (day: number) => (((day + 3) % 7) + 7) % 7;

function toFirstDay(day: number, unit: PeriodUnit): number {
  if (unit === 'week') return day - toWeekday(day);
  return unit === 'month' ? day + 1 - new Date(day * DAY_MS).getUTCDate() : day;
}

/** The first day of the unit after the one that begins on `day`. */
function toNextDay(day: number, unit: PeriodUnit): number {
  if (unit === 'month') return toFirstDay(day + 31, unit);
  return day + (unit === 'week' ? 7 : 1);
}
