import { DAY_MS } from '#shared/time.ts';
/** The name of a day in `language`, with the year where it is not this one; `near` for today and yesterday. */
export function toDayName(at: number, now: number, language: string) {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const format = new Intl.DateTimeFormat(language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
  return { name: format.format(at), near: toNear(at, now) };
}

function toNear(at: number, now: number): 'today' | 'yesterday' | null {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS);
  if (days === 0) return 'today';
  return days === 1 ? 'yesterday' : null;
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** A stretch of days, such as `3 – 5 Nov 2026`. */
export function toDayRange(from: number, to: number, language: string): string {
  const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric' });
  return format.formatRange(from, to);
}
