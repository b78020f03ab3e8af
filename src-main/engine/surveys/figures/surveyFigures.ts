import { type SurveyScale, scoreRange } from '#shared/domain/survey.ts';
import {
  type CsatFigures,
  type Distribution,
  type Estimate,
  FEWEST_RESPONSES,
  type NpsFigures,
} from '#shared/domain/surveyFigures.ts';
import { netPromoterScore } from '../../statistics/netPromoter.ts';
import { wilsonInterval } from '../../statistics/wilsonInterval.ts';

/** How many people gave each score; scores that nobody gave may be missing. */
export type ScoreCounts = ReadonlyMap<number, number>;

/** The figures of CSAT responses. Below `fewest` responses only what was counted. */
export function toCsatFigures(counts: ScoreCounts, fewest = FEWEST_RESPONSES): CsatFigures {
  const figures = toCounts(counts, 'csat', fewest);
  const satisfied = wilsonInterval(countBetween(counts, 4, 5), figures.responses);
  return { ...figures, satisfied: figures.isTooFew ? null : satisfied };
}

/** The figures of NPS responses. Below `fewest` responses only what was counted. */
export function toNpsFigures(counts: ScoreCounts, fewest = FEWEST_RESPONSES): NpsFigures {
  const figures = toCounts(counts, 'nps', fewest);
  const [promoters, detractors] = [countBetween(counts, 9, 10), countBetween(counts, 0, 6)];
  const nps = netPromoterScore({ promoters, detractors, responses: figures.responses });
  return {
    ...figures,
    promoters,
    passives: countBetween(counts, 7, 8),
    detractors,
    nps: figures.isTooFew ? null : nps,
  };
}

/** The share of the surveys sent that were responded to, with Wilson's interval. Null if fewer than `fewest` were sent. */
export function toResponseRate(responses: number, sent: number, fewest = FEWEST_RESPONSES): Estimate | null {
  return sent < fewest ? null : wilsonInterval(responses, sent);
}

function toCounts(counts: ScoreCounts, scale: SurveyScale, fewest: number) {
  const { min, max } = scoreRange[scale];
  const distribution: Distribution = Array.from({ length: max - min + 1 }, (_, n) => ({
    score: min + n,
    count: counts.get(min + n) ?? 0,
  }));
  const responses = countBetween(counts, min, max);
  const sum = distribution.reduce((total, { score, count }) => total + score * count, 0);
  // Without any response there is no figure, however few somebody asks for.
  const isTooFew = responses < Math.max(1, fewest);
  return { responses, distribution, isTooFew, mean: isTooFew ? null : sum / responses };
}

function countBetween(counts: ScoreCounts, from: number, to: number): number {
  let sum = 0;
  for (const [score, count] of counts) if (score >= from && score <= to) sum += count;
  return sum;
}
