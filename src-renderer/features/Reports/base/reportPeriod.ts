import type { ReportChoice } from '#shared/domain/reportChoice.ts';
import type { PeriodUnit } from '#shared/domain/surveyReport.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { DAY_MS } from '#shared/time.ts';

const lengths = { days7: 7, days30: 30, days90: 90, days365: 365 } as const;

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What a report is about. */
export interface ReportDates {
  readonly range: Range;
  /** As many days before it. */
  readonly before: Range;
  /** By what the trend is drawn, so that it has a readable number of points. */
  readonly step: PeriodUnit;
  /** The time after which nothing counts; absent for now. */
  readonly asKnownOn?: number;
}

/** What is wrong with the days that somebody has typed. */
export type DateProblem = 'missing' | 'tooEarly' | 'reversed' | 'toCome' | 'knownToCome' | 'knownTooEarly';

type Chosen = Pick<ReportChoice, 'period' | 'from' | 'to' | 'asKnownOn'>;

/** So many whole days of the local clock up to the end of today, or those that somebody has typed. */
export function toReportDates(chosen: Chosen, now: number): Result<ReportDates, DateProblem> {
  if (chosen.period === 'own') return toOwnDates(chosen, now);
  return ok(toDates(startOfDay(now, 1 - lengths[chosen.period]), startOfDay(now, 1)));
}

// Nothing is on X from before its first year.
const FIRST_YEAR = 2006;

function toOwnDates({ from, to, asKnownOn }: Chosen, now: number): Result<ReportDates, DateProblem> {
  const [first, last] = [toTime(`${from}T00:00`), toTime(`${to}T00:00`)];
  if (first === null || last === null) return err('missing');
  if (new Date(first).getFullYear() < FIRST_YEAR) return err('tooEarly');
  if (last < first) return err('reversed');
  if (first > now) return err('toCome');
  const dates = toDates(first, startOfDay(last, 1));
  const known = toTime(asKnownOn);
  if (known === null) return ok(dates);
  if (known > now) return err('knownToCome');
  return known <= first ? err('knownTooEarly') : ok({ ...dates, asKnownOn: known });
}

function toTime(text: string): number | null {
  const at = new Date(text).getTime();
  return Number.isNaN(at) ? null : at;
}

function toDates(from: number, to: number): ReportDates {
  const days = Math.round((to - from) / DAY_MS);
  const step = days <= 14 ? 'day' : days <= 26 * 7 ? 'week' : 'month';
  return { range: { from, to }, before: { from: startOfDay(from, -days), to: from }, step };
}

function startOfDay(now: number, shift: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + shift).getTime();
}

/** The day of a time as the local clock has it, YYYY-MM-DD. */
export function toDay(at: number): string {
  const date = new Date(at);
  const pad = (number: number, length: number) => String(number).padStart(length, '0');
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}`;
}

/** Every day, week or month from the first to the last of `keys`, which are YYYY-MM-DD in order; also those in between that are missing. */
export function toEveryStep(keys: readonly string[], step: PeriodUnit): string[] {
  const [first, last] = [keys[0], keys.at(-1)];
  const steps: string[] = [];
  for (let key = first; key !== undefined && last !== undefined && key <= last; key = next(key, step))
    steps.push(key);
  return steps;
}

function next(key: string, step: PeriodUnit): string {
  const date = new Date(key);
  if (step === 'month') date.setUTCMonth(date.getUTCMonth() + 1);
  else date.setUTCDate(date.getUTCDate() + (step === 'day' ? 1 : 7));
  return date.toISOString().slice(0, 10);
}
