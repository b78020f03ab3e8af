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

/** The report on the work of a week, which is written by itself. */
export interface WeekJob extends PeriodJob {
  readonly of: 'week';
  readonly week: string;
  readonly groupBy: WorkGrouping;
}

/** The figures and the log of an incident, in a file. */
export interface IncidentJob {
  readonly of: 'incident';
  readonly incidentId: string;
}

type Job = HistoryJob | ReportJob | WorkJob | WeekJob | IncidentJob;

interface PrintingState {
  /** What is being printed; null if nothing is. */
  readonly job: Job | null;
  /** What somebody wants to print once the report of a week is done, which began by itself. */
  readonly next: Job | null;
}

/** What is being printed. */
export const usePrinting = create<PrintingState>()(() => ({ job: null, next: null }));

/** Prints something, unless something is being printed already. */
export function startPrinting(job: Job): void {
  const running = usePrinting.getState().job;
  if (running === null) usePrinting.setState({ job });
  else if (running.of === 'week') usePrinting.setState({ next: job });
}

/** Ends printing, and begins what waits for that. */
export function endPrinting(): void {
  usePrinting.setState(({ next }) => ({ job: next, next: null }));
}
