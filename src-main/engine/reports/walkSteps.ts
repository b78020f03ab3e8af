import type { PeriodUnit } from '#shared/domain/surveyReport.ts';
import type { Db } from '../store/open.ts';
import { listWorkHistories, type WorkPeriod } from '../store/workHistories.ts';
import { getOfficeTime, listSpans } from '../surveys/figures/localPeriods.ts';
import { createMeasure } from './measureThen.ts';
import { type WorkFact, walkConversation } from './walkConversation.ts';

/** A day, week or month of a period: its facts, and the backlog at its end. */
export interface WalkedStep {
  /** Its first day by the clocks of the office, as YYYY-MM-DD. */
  readonly key: string;
  readonly facts: readonly WorkFact[];
  readonly unresolved: number;
  readonly waiting: number;
}

/** The end of what a period knows, exclusive. */
export const endOf = ({ to, asKnownOn }: WorkPeriod): number => Math.min(to, asKnownOn + 1);

/** All facts of a period, and its steps in order until the end of what is known. */
export function walkSteps(
  db: Db,
  period: WorkPeriod,
  step: PeriodUnit,
): { readonly facts: readonly WorkFact[]; readonly steps: readonly WalkedStep[] } {
  const until = endOf(period);
  const spans = until > period.from ? listSpans(getOfficeTime(db), step, period.from, until - 1) : [];
  const measure = createMeasure(db, period.asKnownOn);
  const ends = spans.map(([, to]) => Math.min(to, until) - 1);
  const walked = listWorkHistories(db, period).map((one) => walkConversation(one, period, measure, ends));
  const facts = walked.flatMap((one) => one.facts);
  const steps = spans.map(([from, to, key], index) => ({
    key,
    facts: facts.filter(({ at }) => from <= at && at < to),
    unresolved: walked.filter(({ unresolved }) => unresolved[index]).length,
    waiting: walked.filter(({ waiting }) => waiting[index]).length,
  }));
  return { facts, steps };
}
