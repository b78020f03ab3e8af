import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import type { SurveyScale } from '#shared/domain/survey.ts';
import type { SurveyComparison } from '#shared/domain/surveyFigures.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../../context/context.ts';
import type { Db } from '../../store/open.ts';
import { getSurveySettings } from '../../store/surveySettings.ts';
import { compareCsat, compareNps } from './compareFigures.ts';
import { findPeriodError } from './findPeriodError.ts';
import { countSent, countSurveys, groupSurveys, type Scores } from './groupSurveys.ts';
import { type ScoreCounts, toCsatFigures, toNpsFigures, toResponseRate } from './surveyFigures.ts';

type Input = EngineParsed<'reports.surveys'>;

/**
 * What came of the surveys of a period, for each scale: in total, by group, and against another period. Fails with `invalid` for a
 * period that ends before it begins, and for two that overlap.
 */
export function reportSurveys(
  { db, clock }: Pick<EngineContext, 'db' | 'clock'>,
  input: Input,
): Result<EngineOutput<'reports.surveys'>, AppError> {
  const error = findPeriodError(input);
  if (error) return err(error);
  const fewest = getSurveySettings(db).minimumForFigures;
  return ok({
    asKnownOn: input.asKnownOn ?? clock.now(),
    csat: toReport(db, input, { scale: 'csat', toFigures: toCsatFigures, compare: compareCsat }, fewest),
    nps: toReport(db, input, { scale: 'nps', toFigures: toNpsFigures, compare: compareNps }, fewest),
  });
}

interface Measure<F> {
  readonly scale: SurveyScale;
  readonly toFigures: (counts: ScoreCounts, fewest: number) => F;
  /** The second compared with the first. */
  readonly compare: (first: F, second: F) => SurveyComparison;
}

function toReport<F extends { readonly responses: number }>(
  db: Db,
  { from, to, groupBy, compareWith, asKnownOn }: Input,
  { scale, toFigures, compare }: Measure<F>,
  fewest: number,
) {
  const toPeriod = (scores: Scores) => {
    const sent = countSent(scores);
    const figures = toFigures(toCounts(scores), fewest);
    return { sent, responseRate: toResponseRate(figures.responses, sent, fewest), figures };
  };
  const asked = { scale, from, to, asKnownOn: asKnownOn ?? null };
  const { all, groups } = groupBy
    ? groupSurveys(db, asked, groupBy)
    : { all: countSurveys(db, asked), groups: [] };
  const period = toPeriod(all);
  const other = compareWith && toPeriod(countSurveys(db, { ...asked, ...compareWith }));
  return {
    ...period,
    groups: groups
      .map(({ key, label, scores }) => ({ key, label, ...toPeriod(scores) }))
      .filter(({ sent }) => sent > 0),
    comparison: other ? { ...other, ...compare(other.figures, period.figures) } : null,
  };
}

function toCounts(scores: Scores): ScoreCounts {
  const given = [...scores].filter((one): one is [number, number] => one[0] !== null);
  return new Map(given);
}
