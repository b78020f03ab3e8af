import type { Estimate } from '#shared/domain/surveyFigures.ts';
import type { Difference } from './compareShares.ts';
import { chanceOf, Z_95 } from './normal.ts';

/** The responses to an NPS survey. */
export interface Promotion {
  /** Who gave 9 or 10. */
  readonly promoters: number;
  /** Who gave 0 to 6. */
  readonly detractors: number;
  /** All, with those who gave 7 or 8. */
  readonly responses: number;
}

/**
 * The Net Promoter Score in points from -100 to 100 with its adjusted-Wald interval: three responses are added, ¾ of them promoters and ¾ detractors, so
 * that few and unanimous responses are not taken for certain. Null without responses.
 *
 *     5 promoters, 3 passives, 2 detractors        30, from -19.1 to 65.2
 *     50 promoters, 30 passives, 20 detractors     30, from 14.1 to 44.2
 *
 * J. R. Lewis and J. Sauro, "Confidence intervals for Net Promoter Scores" (2021), measuringu.com/nps-confidence-intervals;
 * B. Rocks, "Interval estimation for the Net Promoter Score", The American Statistician 70 (2016), 365-372.
 */
export function netPromoterScore(given: Promotion): Estimate | null {
  if (given.responses === 0) return null;
  const { score, variance } = adjust(given);
  const half = Z_95 * Math.sqrt(variance);
  return {
    value: toPlainScore(given) * 100,
    low: Math.max(-100, (score - half) * 100),
    high: Math.min(100, (score + half) * 100),
  };
}

/**
 * The difference of two Net Promoter Scores in points, the second minus the first, with the interval and the test of the
 * adjusted scores. Null if one of them has no responses.
 *
 * J. R. Lewis and J. Sauro, "How to statistically compare two Net Promoter Scores" (2021), measuringu.com/nps-significance-test.
 */
export function compareNetPromoterScores(first: Promotion, second: Promotion): Difference | null {
  if (first.responses === 0 || second.responses === 0) return null;
  const [a, b] = [adjust(first), adjust(second)];
  const error = Math.sqrt(a.variance + b.variance);
  const difference = b.score - a.score;
  return {
    value: (toPlainScore(second) - toPlainScore(first)) * 100,
    low: Math.max(-200, (difference - Z_95 * error) * 100),
    high: Math.min(200, (difference + Z_95 * error) * 100),
    chance: chanceOf(difference / error),
  };
}

const toPlainScore = ({ promoters, detractors, responses }: Promotion): number =>
  (promoters - detractors) / responses;

/** The adjusted score, -1 to 1, and the square of its standard error, which is never 0. */
function adjust({ promoters, detractors, responses }: Promotion): { score: number; variance: number } {
  const all = responses + 3;
  const [promoting, detracting] = [(promoters + 0.75) / all, (detractors + 0.75) / all];
  const score = promoting - detracting;
  return { score, variance: (promoting + detracting - score ** 2) / all };
}
