import { createCalendar } from '#shared/domain/officeCalendar.ts';
import type { OfficeHours } from '#shared/domain/officeHours.ts';

/** `open`: within office hours. `night`: from 22:00 to 7:00, unless the office is open then. `closed`: otherwise. */
export type OfficeTime = 'open' | 'closed' | 'night';

/** What polling takes for the office hours of a workspace that has none: around the clock would be expensive. */
const usualRanges = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '20:00' }];

/** Whether the office is open at a time in epoch ms. Without ranges in `hours` it is every day from 8:00 to 20:00. */
export function toOfficeTime(at: number, hours: OfficeHours | null): OfficeTime {
  const { ranges = [], holidays = [], timeZone = null } = hours ?? {};
  const calendar = createCalendar({
    ranges: ranges.length > 0 ? ranges : usualRanges,
    holidays,
    timeZone,
  });
  if (calendar.isOpen(at)) return 'open';
  const minute = calendar.toMinuteOfDay(at);
  return minute < 7 * 60 || minute >= 22 * 60 ? 'night' : 'closed';
}
