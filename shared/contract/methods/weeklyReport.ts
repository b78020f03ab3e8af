import { z } from 'zod';
import { DueReport, IsoWeek, WeeklyReportSettings, WrittenReport } from '../../domain/weeklyReport.ts';
import { AppError } from '../../errors.ts';
import { none } from './inputs.ts';
import { method } from './method.ts';

const WeeklyReport = WeeklyReportSettings.extend({
  /** What is to be written now; null if nothing is. Whoever writes it calls `weeklyReport.settle`. */
  due: DueReport.nullable(),
  /** The last report in the folder; null if there was none. */
  written: WrittenReport.nullable(),
  /** Why the report of a week is not there, and when it was last tried; null if nothing went wrong. */
  failure: z.object({ week: IsoWeek, at: z.number(), error: AppError }).nullable(),
});

/** The report on the work of each week, written into a folder by itself. */
export const weeklyReportMethods = {
  'weeklyReport.get': method(
    'query',
    'Returns when and where the report of the last whole week is written by itself, what is due, and what came of it.',
    { input: none, output: WeeklyReport },
  ),
  'weeklyReport.set': method(
    'command',
    'Changes when and where it is written. A folder gets the report of the last week at once. Fails with `fileNotSaved` if the folder is not there, and then changes nothing.',
    { input: WeeklyReportSettings.partial().strict(), output: WeeklyReport },
  ),
  'weeklyReport.retry': method(
    'command',
    'Makes the report due at once that could not be written; otherwise that happens an hour after the failure.',
    { input: none, output: WeeklyReport },
  ),
  'weeklyReport.settle': method(
    'command',
    'Records that the report that was due is written, or why not. Does nothing for a week that is not due.',
    {
      input: z.strictObject({
        week: IsoWeek,
        outcome: z.union([
          z.strictObject({ name: z.string().min(1).max(300) }),
          z.strictObject({ error: AppError }),
        ]),
      }),
      output: WeeklyReport,
    },
  ),
} as const;
