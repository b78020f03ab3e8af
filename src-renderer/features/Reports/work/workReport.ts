import type { EngineOutput } from '#shared/contract/engine.ts';
import type { WorkFigure, WorkGrouping } from '#shared/domain/workReport.ts';

/** The report on the work of a period. */
export type WorkReport = EngineOutput<'reports.work'>;

/** The conversations that somebody wants to see: those that a figure counted, in all or in one group. */
export interface CasesAsked {
  readonly figure: WorkFigure;
  readonly group?: { readonly by: WorkGrouping; readonly key: string | null; readonly name: string };
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
