import { create } from 'zustand';
import type { ReportGrouping } from '#shared/domain/reportChoice.ts';
import type { SurveyScale } from '#shared/domain/survey.ts';
import type { PeriodUnit } from '#shared/domain/surveyReport.ts';
import type { WorkGrouping } from '#shared/domain/workReport.ts';

/** What becomes of the printed pages: paper, through the system's dialog, or a PDF file. */
export type PrintTarget = 'paper' | 'pdf';

/** The whole history of a conversation's person. */
export interface HistoryJob {
  readonly of: 'history';
  readonly conversationId: string;
  readonly target: PrintTarget;
}

interface PeriodJob {
  readonly period: { readonly from: number; readonly to: number };
  readonly compareWith: { readonly from: number; readonly to: number };
  readonly step: PeriodUnit;
  readonly asKnownOn: number;
}

/** A report on surveys as the screen shows it, in a file of one page. */
export interface ReportJob extends PeriodJob {
  readonly of: 'report';
  readonly scale: SurveyScale;
  readonly groupBy: ReportGrouping;
}

/** The report on the work as the screen shows it, in a file of one page. */
export interface WorkJob extends PeriodJob {
  readonly of: 'work';
  readonly groupBy: WorkGrouping;
}

type Job = HistoryJob | ReportJob | WorkJob;

interface PrintingState {
  /** What is being printed; null if nothing is. */
  readonly job: Job | null;
}

/** What is being printed. */
export const usePrinting = create<PrintingState>()(() => ({ job: null }));

/** Prints something, unless something is being printed already. */
export function startPrinting(job: Job): void {
  if (usePrinting.getState().job === null) usePrinting.setState({ job });
}

/** Ends printing. */
export function endPrinting(): void {
  usePrinting.setState({ job: null });
}
