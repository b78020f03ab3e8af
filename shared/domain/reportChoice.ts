import { z } from 'zod';
import { SurveyScale } from './survey.ts';
import { PeriodUnit, SurveyGrouping } from './surveyReport.ts';
import { WorkGrouping } from './workReport.ts';

/** The periods of the screen of reports: so many days up to today, or from one day to another. */
export const ReportPeriod = z.enum(['days7', 'days30', 'days90', 'days365', 'own']);

/** By what the figures of the screen of reports can be parted. */
export const ReportGrouping = SurveyGrouping.exclude(PeriodUnit.options);
export type ReportGrouping = z.infer<typeof ReportGrouping>;

/** What the screen of reports is about. */
export const ReportPart = z.enum(['work', 'surveys']);

/** What somebody wants to see on the screen of reports. */
export const ReportChoice = z.object({
  part: ReportPart,
  /** By what the work is parted. */
  workBy: WorkGrouping,
  scale: SurveyScale,
  period: ReportPeriod,
  groupBy: ReportGrouping,
  /** The first and the last day of `own` as YYYY-MM-DD, as they were typed; empty for none. */
  from: z.string().max(20),
  to: z.string().max(20),
  /** The time of `own` after which nothing counts, as YYYY-MM-DDThh:mm; empty for now. */
  asKnownOn: z.string().max(20),
});
export type ReportChoice = z.infer<typeof ReportChoice>;
