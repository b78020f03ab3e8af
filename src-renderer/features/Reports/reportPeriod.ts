import type { ReportPeriod } from '../../state/report.ts';

const lengths = { days7: 7, days30: 30, days90: 90, days365: 365 } as const;

/** By what the trend of a period is drawn, so that it has a readable number of points. */
export const trendSteps = { days7: 'day', days30: 'week', days90: 'week', days365: 'month' } as const;

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** So many whole days of the local clock up to the end of today, and as many before them. */
export function toReportRange(period: ReportPeriod, now: number): Range & { readonly before: Range } {
  const days = lengths[period];
  const from = startOfDay(now, 1 - days);
  return { from, to: startOfDay(now, 1), before: { from: startOfDay(now, 1 - 2 * days), to: from } };
}

function startOfDay(now: number, shift: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + shift).getTime();
}

/** Every day, week or month from the first to the last of `keys`, which are YYYY-MM-DD in order; also those in between that are missing. */
export function toEveryStep(keys: readonly string[], step: 'day' | 'week' | 'month'): string[] {
  const [first, last] = [keys[0], keys.at(-1)];
  const steps: string[] = [];
  for (let key = first; key !== undefined && last !== undefined && key <= last; key = next(key, step))
    steps.push(key);
  return steps;
}

function next(key: string, step: 'day' | 'week' | 'month'): string {
  const date = new Date(key);
  if (step === 'month') date.setUTCMonth(date.getUTCMonth() + 1);
  else date.setUTCDate(date.getUTCDate() + (step === 'day' ? 1 : 7));
  return date.toISOString().slice(0, 10);
}
