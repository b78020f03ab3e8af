import { officeHours } from '../../../scripts/year/shop.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

// Brussels is one hour ahead of UTC, and two in summer: from 01:00 UTC on the last Sunday of March to that of October.
function isSummer(at: number): boolean {
  const year = new Date(at).getUTCFullYear();
  return at >= lastSunday(year, 2) && at < lastSunday(year, 9);
}

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0));
  return Date.UTC(year, month, last.getUTCDate() - last.getUTCDay(), 1);
}

/** What a clock in Brussels shows, read as if it were UTC. */
const toBrussels = (at: number): Date => new Date(at + (isSummer(at) ? 2 : 1) * HOUR_MS);

/** The day of the week from Monday, and the hour, by the clocks in Brussels. */
export function toWeekHour(at: number): { readonly day: number; readonly hour: number } {
  const local = toBrussels(at);
  return { day: (local.getUTCDay() + 6) % 7, hour: local.getUTCHours() };
}

/** The beginning of the month in Brussels, as YYYY-MM-01. */
export const toMonth = (at: number): string => `${toBrussels(at).toISOString().slice(0, 7)}-01`;

const yearly = new Set(officeHours.holidays.map(({ date }) => date.slice(5)));

/** The office time between two instants in milliseconds, found by adding up day by day. */
export function officeTimeBetween(from: number, to: number): number {
  let sum = 0;
  for (let day = Math.floor(from / DAY_MS) - 1; day * DAY_MS < to; day += 1) {
    const noon = toBrussels(day * DAY_MS + DAY_MS / 2);
    if (yearly.has(noon.toISOString().slice(5, 10))) continue;
    const weekday = noon.getUTCDay();
    const [opens, closes] = weekday === 0 ? [0, 0] : weekday === 6 ? [10, 14] : [9, 18];
    // The clocks change at night, so that both ends have the offset of noon.
    const offset = noon.getTime() - (day * DAY_MS + DAY_MS / 2);
    const midnight = day * DAY_MS - offset;
    sum += Math.max(
      0,
      Math.min(to, midnight + closes * HOUR_MS) - Math.max(from, midnight + opens * HOUR_MS),
    );
  }
  return sum;
}
