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
import type { WorkPeriod } from '../store/workHistories.ts';
import { findPeriodError } from '../surveys/figures/findPeriodError.ts';
import { getOfficeTime } from '../surveys/figures/localPeriods.ts';
import { countQuarters, endOf, toHeatMap, toSteps } from './countQuarters.ts';
import { oneLabel } from './labels.ts';
import { tallyPeriod } from './tally.ts';
import { loadWorkFacts } from './workFacts.ts';
import { compareWork, toWorkFigures } from './workFigures.ts';

type Report = EngineOutput<'reports.work'>;

/**
 * What the work of a period amounts to, as it was known at a time. Fails with `invalid` for a period that ends before it begins, and
 * for two that overlap.
 */
export async function reportWork(
  ctx: Pick<EngineContext, 'db' | 'clock'>,
  { asKnownOn = ctx.clock.now(), compareWith, step, ...range }: EngineParsed<'reports.work'>,
): Promise<Result<Report, AppError>> {
  const error = findPeriodError({ ...range, compareWith });
  if (error) return err(error);
  const { db } = ctx;
  const period = { ...range, asKnownOn };
  const facts = await loadWorkFacts(ctx, asKnownOn);
  const figuresOf = (of: Pick<WorkPeriod, 'from' | 'to'>) =>
    toWorkFigures(tallyPeriod(facts, of, oneLabel), [0]);
  const figures = figuresOf(period);
  const before = compareWith && figuresOf(compareWith);
  const quarters = countQuarters(facts, period);
  const local = getOfficeTime(db);
  return ok({
    asKnownOn,
    figures,
    comparison: before ? { figures: before, verdicts: compareWork(before, figures) } : null,
    steps: toSteps(db, quarters, period, step),
    hours: {
      received: toHeatMap(local, quarters, quarters.received),
      replies: toHeatMap(local, quarters, quarters.replies),
    },
    ...reportAround(db, { ...period, to: endOf(period) }, figures.resolved.cases),
  });
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
