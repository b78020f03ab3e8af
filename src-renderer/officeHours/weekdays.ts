import { toRegion } from '../ui/time.ts';

/** 1 for Monday to 7 for Sunday, in the order in which the region writes them. */
export function listWeekdays(language: string, system?: string): number[] {
  const first = toFirstDay(new Intl.Locale(toRegion(language, system)));
  return Array.from({ length: 7 }, (_, n) => ((first - 1 + n) % 7) + 1);
}

interface WeekInfo {
  readonly firstDay: number;
}

// Older engines have a property in place of the function.
function toFirstDay(locale: Intl.Locale): number {
  const known = locale as { readonly weekInfo?: WeekInfo; readonly getWeekInfo?: () => WeekInfo };
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1;
}

/** The full name of a day of the week in a language. */
export function toWeekdayName(day: number, language: string): string {
  // 5 January 1970 was a Monday.
  const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return name.format(Date.UTC(1970, 0, 4 + day));
}

/** Minutes since midnight on 24 hours: `09:00`. */
export function toPlainMinutes(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
