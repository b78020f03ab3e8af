import { create } from 'zustand';
import type { ReportGrouping } from '#shared/domain/reportChoice.ts';
import type { SurveyScale } from '#shared/domain/survey.ts';
import type { PeriodUnit } from '#shared/domain/surveyReport.ts';

/** What becomes of the printed pages: paper, through the system's dialog, or a PDF file. */
export type PrintTarget = 'paper' | 'pdf';

/** The whole history of a conversation's person. */
export interface HistoryJob {
  readonly of: 'history';
  readonly conversationId: string;
  readonly target: PrintTarget;
}

/** A report on surveys as the screen shows it, in a file of one page. */
export interface ReportJob {
  readonly of: 'report';
  readonly scale: SurveyScale;
  readonly period: { readonly from: number; readonly to: number };
  readonly compareWith: { readonly from: number; readonly to: number };
  readonly step: PeriodUnit;
  readonly groupBy: ReportGrouping;
  readonly asKnownOn: number;
}

interface PrintingState {
  /** What is being printed; null if nothing is. */
  readonly job: HistoryJob | ReportJob | null;
}

/** What is being printed. */
export const usePrinting = create<PrintingState>()(() => ({ job: null }));

/** Prints something, unless something is being printed already. */
export function startPrinting(job: HistoryJob | ReportJob): void {
  if (usePrinting.getState().job === null) usePrinting.setState({ job });
}

/** Ends printing. */
export function endPrinting(): void {
  usePrinting.setState({ job: null });
}
