import { useTranslation } from 'react-i18next';
import { DAY_MS, HOUR_MS } from '#shared/time.ts';
import { toRegion } from '../../../ui/time.ts';

/** A Monday. */
const monday = Date.UTC(2026, 0, 5);

/** The names of the days from Monday, and of the hours, in the customs of the language. */
export function useHourNames() {
  const { language } = useTranslation().i18n;
  const format = (parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(toRegion(language), { timeZone: 'UTC', ...parts });
  const [day, hour] = [format({ weekday: 'short' }), format({ hour: 'numeric' })];
  const days = Array.from({ length: 7 }, (_, index) => day.format(monday + index * DAY_MS));
  const toHour = (at: number) => hour.format(monday + at * HOUR_MS);
  return {
    days,
    toHour,
    /** An hour of a day, counted from 0 for Monday. */
    toHourName: (index: number, at: number) => `${days[index]} ${toHour(at)}`,
  };
}
