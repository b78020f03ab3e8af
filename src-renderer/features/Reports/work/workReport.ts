import type { EngineOutput } from '#shared/contract/engine.ts';
import type { PeriodUnit } from '#shared/domain/surveyReport.ts';
import type { HourOfWeek, ListedFigure, WorkFigure, WorkGrouping } from '#shared/domain/workReport.ts';

/** The report on the work of a period. */
export type WorkReport = EngineOutput<'reports.work'>;

/** The conversations that somebody wants to see: those that a figure counted, in all, in one group, in one step or in one hour of the week. */
export interface CasesAsked {
  readonly figure: ListedFigure;
  /** Which part of the figure it is, in words; absent for all of it. */
  readonly part?: string;
  readonly group?: { readonly by: WorkGrouping; readonly key: string | null };
  readonly step?: { readonly unit: PeriodUnit; readonly key: string };
  readonly hour?: HourOfWeek;
}

/** Shows the conversations behind a figure. */
export type ShowCases = (asked: CasesAsked) => void;

/** How many gaps could change a figure. */
export const countGaps = ({ gaps }: Pick<WorkReport, 'gaps'>, figure: WorkFigure): number =>
  gaps.filter(({ figures }) => figures.includes(figure)).length;

/** The changes of settings in the period; later ones change none of its figures. */
export const settingsChangesUntil = (
  { settingsChanges }: Pick<WorkReport, 'settingsChanges'>,
  to: number,
): WorkReport['settingsChanges'] => settingsChanges.filter(({ at }) => at < to);
