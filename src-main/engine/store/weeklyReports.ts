import { z } from 'zod';
import { IsoWeek, WeeklyReportSettings, WrittenReport } from '#shared/domain/weeklyReport.ts';
import { AppError } from '#shared/errors.ts';
import type { Db } from './open.ts';
import { getSetting, putSetting } from './settings.ts';

const defaults: WeeklyReportSettings = { folder: null, weekday: 1, hour: 8 };

const Runs = z.object({
  written: WrittenReport.extend({ folder: z.string() }).nullable(),
  failure: z.object({ week: IsoWeek, at: z.number(), error: AppError }).nullable(),
});
/** The last report that was written, in which folder, and what has gone wrong since. */
export type WeeklyRuns = z.infer<typeof Runs>;

/** When and where the weekly report is written; the defaults if what is stored is missing or fails validation. */
export function getWeeklyReportSettings(db: Db): WeeklyReportSettings {
  return WeeklyReportSettings.safeParse(getSetting(db, 'weeklyReport')).data ?? defaults;
}

/** Stores some of the settings and leaves the others as they are. */
export function putWeeklyReportSettings(db: Db, changed: Partial<WeeklyReportSettings>): void {
  putSetting(db, 'weeklyReport', { ...getWeeklyReportSettings(db), ...changed });
}

export function getWeeklyRuns(db: Db): WeeklyRuns {
  return Runs.safeParse(getSetting(db, 'weeklyReportRuns')).data ?? { written: null, failure: null };
}

export function putWeeklyRuns(db: Db, changed: Partial<WeeklyRuns>): void {
  putSetting(db, 'weeklyReportRuns', { ...getWeeklyRuns(db), ...changed });
}
