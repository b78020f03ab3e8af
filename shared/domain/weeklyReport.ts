import { z } from 'zod';
import { DAY_MS, HOUR_MS } from '../time.ts';
import type { LocalTime } from './localTime.ts';

/** A week of ISO 8601, from Monday to Sunday, such as `2026-W53`. */
export const IsoWeek = z.string().regex(/^\d{4}-W\d{2}$/);

/** When and where the report of the last whole week is written by itself. */
export const WeeklyReportSettings = z.object({
  /** The path of a folder; null writes none. */
  folder: z.string().min(1).max(4_096).nullable(),
  /** 1 for Monday to 7 for Sunday. */
  weekday: z.int().min(1).max(7),
  /** The full hour by the clocks of the office. */
  hour: z.int().min(0).max(23),
});
export type WeeklyReportSettings = z.infer<typeof WeeklyReportSettings>;

const Period = z.object({
  from: z.number(),
  /** Exclusive. */
  to: z.number(),
});

/** The report that is to be written now. */
export const DueReport = z.object({
  week: IsoWeek,
  period: Period,
  /** The week before. */
  before: Period,
  /** The name of its files, without their endings. */
  name: z.string(),
});
export type DueReport = z.infer<typeof DueReport>;

/** A report that was written. */
export const WrittenReport = z.object({
  week: IsoWeek,
  at: z.number(),
  /** The name of its files, without their endings. */
  name: z.string(),
});
export type WrittenReport = z.infer<typeof WrittenReport>;

interface ReportWeek {
  readonly week: string;
  readonly period: z.infer<typeof Period>;
  readonly before: z.infer<typeof Period>;
}

/** The last week that was over at the last scheduled time until `now`, by these clocks. */
export function findReportWeek(
  local: LocalTime,
  now: number,
  { weekday, hour }: Pick<WeeklyReportSettings, 'weekday' | 'hour'>,
): ReportWeek {
  const today = Math.floor(local.toLocal(now) / DAY_MS);
  const latest = today - ((toWeekday(today) - weekday + 7) % 7);
  const isToCome = local.toInstant(latest * DAY_MS + hour * HOUR_MS, latest) > now;
  const scheduled = isToCome ? latest - 7 : latest;
  const end = scheduled - (toWeekday(scheduled) - 1);
  const toMidnight = (day: number) => local.toInstant(day * DAY_MS, day);
  return {
    week: toIsoWeek(end - 7),
    period: { from: toMidnight(end - 7), to: toMidnight(end) },
    before: { from: toMidnight(end - 14), to: toMidnight(end - 7) },
  };
}

/** 1 for Monday to 7 for Sunday, of a day since 1970-01-01, which was a Thursday. */
const toWeekday = (day: number) => ((((day + 3) % 7) + 7) % 7) + 1;

/** The week that begins on this Monday. It belongs to the year of its Thursday. */
function toIsoWeek(monday: number): string {
  const thursday = monday + 3;
  const year = new Date(thursday * DAY_MS).getUTCFullYear();
  const week = Math.floor((thursday - Date.UTC(year, 0, 1) / DAY_MS) / 7) + 1;
  return `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`;
}
