import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import type { SurveyScale } from '#shared/domain/survey.ts';
import type { SurveyComparison } from '#shared/domain/surveyFigures.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../../context/context.ts';
import { getSurveySettings } from '../../store/surveySettings.ts';
import type { SurveyTally } from '../../store/surveyTallies.ts';
import { compareCsat, compareNps } from './compareFigures.ts';
import { type Grouped, tallyAll, tallyBy } from './groupSurveys.ts';
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
  const error = findError(input);
  if (error) return err(error);
  const { from, to, groupBy, compareWith, asKnownOn = null } = input;
  const fewest = getSurveySettings(db).minimumForFigures;
  const period = { from, to, asKnownOn };
  const all = {
    total: tallyAll(db, period),
    groups: groupBy ? tallyBy(db, period, groupBy) : [],
    compared: compareWith ? tallyAll(db, { ...compareWith, asKnownOn }) : null,
  };
  return ok({
    asKnownOn: asKnownOn ?? clock.now(),
    csat: toReport(all, { scale: 'csat', toFigures: toCsatFigures, compare: compareCsat }, fewest),
    nps: toReport(all, { scale: 'nps', toFigures: toNpsFigures, compare: compareNps }, fewest),
  });
}

function findError({ from, to, compareWith }: Input): AppError | null {
  const invalid = (path: string, reason: string): AppError => ({ code: 'invalid', path, reason });
  if (to <= from) return invalid('to', `must be later than "from", which is ${from}; found ${to}`);
  if (!compareWith) return null;
  const other = `from ${compareWith.from} to ${compareWith.to}`;
  if (compareWith.to <= compareWith.from)
    return invalid('compareWith.to', `must be later than "from"; found ${other}`);
  if (compareWith.from >= to || compareWith.to <= from) return null;
  return invalid('compareWith', `must not overlap with the period from ${from} to ${to}; found ${other}`);
}

interface Tallies {
  readonly total: readonly SurveyTally[];
  readonly groups: readonly Grouped[];
  readonly compared: readonly SurveyTally[] | null;
}

interface Measure<F> {
  readonly scale: SurveyScale;
  readonly toFigures: (counts: ScoreCounts, fewest: number) => F;
  /** The second compared with the first. */
  readonly compare: (first: F, second: F) => SurveyComparison;
}

function toReport<F extends { readonly responses: number }>(
  { total, groups, compared }: Tallies,
  { scale, toFigures, compare }: Measure<F>,
  fewest: number,
) {
  const toPeriod = (tallies: readonly SurveyTally[]) => {
    const own = tallies.filter((tally) => tally.scale === scale);
    const sent = own.reduce((sum, { count }) => sum + count, 0);
    const figures = toFigures(toCounts(own), fewest);
    return { sent, responseRate: toResponseRate(figures.responses, sent, fewest), figures };
  };
  const period = toPeriod(total);
  const other = compared && toPeriod(compared);
  return {
    ...period,
    groups: groups
      .map(({ key, label, tallies }) => ({ key, label, ...toPeriod(tallies) }))
      .filter(({ sent }) => sent > 0),
    comparison: other && { ...other, ...compare(other.figures, period.figures) },
  };
}

function toCounts(tallies: readonly SurveyTally[]): ScoreCounts {
  const counts = new Map<number, number>();
  for (const { score, count } of tallies) {
    if (score !== null) counts.set(score, (counts.get(score) ?? 0) + count);
  }
  return counts;
}
