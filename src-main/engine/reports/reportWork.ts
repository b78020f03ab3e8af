import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import type { SourceKind } from '#shared/domain/capture.ts';
import { sourcesOfFigure, WorkFigure, type WorkGap } from '#shared/domain/workReport.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { toUsd } from '../budget/money.ts';
import type { EngineContext } from '../context/context.ts';
import { wilsonInterval } from '../statistics/wilsonInterval.ts';
import { sumMicroUsd } from '../store/calls.ts';
import { countErasuresSince } from '../store/erasures.ts';
import { listGapsKnownOn } from '../store/gaps.ts';
import { listHandovers } from '../store/handovers.ts';
import type { Db } from '../store/open.ts';
import { listSettingsChanges } from '../store/pastSettings.ts';
import { listWorkHistories, type WorkPeriod } from '../store/workHistories.ts';
import { findPeriodError } from '../surveys/figures/findPeriodError.ts';
import { getOfficeTime } from '../surveys/figures/localPeriods.ts';
import { toHourOfWeek } from './hourOfWeek.ts';
import { createMeasure } from './measureThen.ts';
import { type WorkFact, walkConversation } from './walkConversation.ts';
import { endOf, type WalkedStep, walkSteps } from './walkSteps.ts';
import { compareWork, toWorkFigures } from './workFigures.ts';

type Report = EngineOutput<'reports.work'>;

/**
 * What the work of a period amounts to, as it was known at a time. Fails with `invalid` for a period that ends before it begins, and
 * for two that overlap.
 */
export function reportWork(
  { db, clock }: Pick<EngineContext, 'db' | 'clock'>,
  { asKnownOn = clock.now(), compareWith, step, ...range }: EngineParsed<'reports.work'>,
): Result<Report, AppError> {
  const error = findPeriodError({ ...range, compareWith });
  if (error) return err(error);
  const period = { ...range, asKnownOn };
  const { facts, steps } = walkSteps(db, period, step);
  const figures = toWorkFigures(facts);
  const before = compareWith && toWorkFigures(listFacts(db, { ...compareWith, asKnownOn }));
  return ok({
    asKnownOn,
    figures,
    comparison: before ? { figures: before, verdicts: compareWork(before, figures) } : null,
    steps: steps.map(toStep),
    hours: { received: toHeatMap(db, facts, 'received'), replies: toHeatMap(db, facts, 'replies') },
    ...reportAround(db, { ...period, to: endOf(period) }, figures.resolved.cases),
  });
}

/** The facts of a period in no order. */
function listFacts(db: Db, period: WorkPeriod): readonly WorkFact[] {
  const measure = createMeasure(db, period.asKnownOn);
  return listWorkHistories(db, period).flatMap((one) => walkConversation(one, period, measure).facts);
}

function toStep({ key, facts, unresolved, waiting }: WalkedStep): Report['steps'][number] {
  const { opened, received, replies, resolved } = toWorkFigures(facts);
  return { key, opened, received, replies, resolved: resolved.cases, unresolved, waiting };
}

function toHeatMap(db: Db, facts: readonly WorkFact[], figure: WorkFigure): Report['hours']['received'] {
  const office = getOfficeTime(db);
  const rows = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  for (const { at } of facts.filter((fact) => fact.figure === figure)) {
    const { weekday, hour } = toHourOfWeek(office, at);
    const row = rows[weekday - 1];
    if (row) row[hour] = (row[hour] ?? 0) + 1;
  }
  return rows;
}

/** What else happened in the period, and what its figures do not know. */
function reportAround(db: Db, period: WorkPeriod, resolved: number) {
  const { from, to, asKnownOn } = period;
  const handovers = listHandovers(db, from, to);
  const arrived = handovers.filter(({ arrivedAt }) => arrivedAt !== null && arrivedAt <= asKnownOn).length;
  const usd = toUsd(sumMicroUsd(db, from, to));
  return {
    handovers: { hits: arrived, cases: handovers.length, share: wilsonInterval(arrived, handovers.length) },
    costs: { usd, perResolvedUsd: resolved === 0 ? null : usd / resolved },
    gaps: listGaps(db, period),
    settingsChanges: listSettingsChanges(db, asKnownOn)
      .filter(({ at }) => at >= from)
      .map(({ at, officeHours, isOfTargets }) => ({
        at,
        officeHours: officeHours !== undefined,
        target: isOfTargets,
      })),
    erasures: countErasuresSince(db, from),
  };
}

function listGaps(db: Db, period: WorkPeriod): WorkGap[] {
  return listGapsKnownOn(db, period).map(({ sourceId, from, to, reason }) => {
    const kind = sourceId.startsWith('search:') ? 'search' : (sourceId as SourceKind);
    const figures = WorkFigure.options.filter((figure) => sourcesOfFigure[figure].includes(kind));
    return { source: sourceId, from, to, reason, figures };
  });
}
