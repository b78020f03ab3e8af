import { create } from 'zustand';
import type { SurveyScale } from '#shared/domain/survey.ts';

/** The periods of a report. */
export const reportPeriods = ['days7', 'days30', 'days90', 'days365'] as const;
export type ReportPeriod = (typeof reportPeriods)[number];

/** By what the figures of a report can be parted. */
export const reportGroupings = ['agent', 'tag', 'channel', 'responseTime', 'canned'] as const;
export type ReportGrouping = (typeof reportGroupings)[number];

/** What somebody wants to see on the screen of reports. */
export interface ReportChoice {
  readonly scale: SurveyScale;
  readonly period: ReportPeriod;
  readonly groupBy: ReportGrouping;
}

const start: ReportChoice = { scale: 'csat', period: 'days90', groupBy: 'agent' };

/** What is chosen on the screen of reports. */
export const useReportChoice = create<ReportChoice>()(() => start);

/** Changes a part of what is chosen on the screen of reports. */
export function chooseReport(change: Partial<ReportChoice>): void {
  useReportChoice.setState(change);
}

/** Forgets what was chosen, for another workspace. */
export function resetReport(): void {
  useReportChoice.setState(start);
}
