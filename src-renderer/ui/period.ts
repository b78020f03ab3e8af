import { DAY_MS } from '#shared/time.ts';

/** The periods of the cost report. */
export const periods = ['month', 'lastMonth', 'days7', 'days30'] as const;
export type Period = (typeof periods)[number];

/** The period as [from, to), in whole days and months of UTC, as the cap counts them. */
export function toPeriod(period: Period, now: number): { readonly from: number; readonly to: number } {
  const date = new Date(now);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const tomorrow = Date.UTC(year, month, date.getUTCDate() + 1);
  switch (period) {
    case 'month':
      return { from: Date.UTC(year, month, 1), to: tomorrow };
    case 'lastMonth':
      return { from: Date.UTC(year, month - 1, 1), to: Date.UTC(year, month, 1) };
    case 'days7':
      return { from: tomorrow - 7 * DAY_MS, to: tomorrow };
    case 'days30':
      return { from: tomorrow - 30 * DAY_MS, to: tomorrow };
  }
}

export interface DaySum {
  /** A day of UTC, such as `2026-11-16`. */
  readonly day: string;
  readonly usd: number;
  readonly calls: number;
  readonly items: number;
}

/** Every day of a period, including those on which nothing was spent. */
export function toEveryDay(days: readonly DaySum[], from: number, to: number): DaySum[] {
  const known = new Map(days.map((each) => [each.day, each]));
  return Array.from({ length: Math.round((to - from) / DAY_MS) }, (_, index) => {
    const day = new Date(from + index * DAY_MS).toISOString().slice(0, 10);
    return known.get(day) ?? { day, usd: 0, calls: 0, items: 0 };
  });
}

/** The label of a day of UTC, such as `16 Nov`. */
export function toDayLabel(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    Date.parse(day),
  );
}
