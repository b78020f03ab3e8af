import type { CsatFigures, NpsFigures, SurveyComparison } from '#shared/domain/surveyFigures.ts';
import { type Count, compareShares, type Difference } from '../../statistics/compareShares.ts';
import { compareNetPromoterScores } from '../../statistics/netPromoter.ts';

/** Above this a difference could be chance. */
const ALPHA = 0.05;

/** Whether CSAT rose or fell from the first period to the second, or whether the difference could be chance. */
export function compareCsat(first: CsatFigures, second: CsatFigures): SurveyComparison {
  if (first.isTooFew || second.isTooFew) return tooFew;
  return toComparison(compareShares(toCount(first), toCount(second)));
}

/** Whether the Net Promoter Score rose or fell from the first period to the second, or whether the difference could be chance. */
export function compareNps(first: NpsFigures, second: NpsFigures): SurveyComparison {
  if (first.isTooFew || second.isTooFew) return tooFew;
  return toComparison(compareNetPromoterScores(first, second));
}

const tooFew: SurveyComparison = { verdict: 'tooFew', difference: null, pValue: null };

function toCount({ distribution, responses }: CsatFigures): Count {
  const satisfied = distribution.filter(({ score }) => score >= 4);
  return { hits: satisfied.reduce((sum, { count }) => sum + count, 0), cases: responses };
}

// Interval and test may disagree at the edge; then it could be chance.
function toComparison(difference: Difference | null): SurveyComparison {
  if (!difference) return tooFew;
  const { value, low, high, chance } = difference;
  const isSure = chance < ALPHA && (low > 0 || high < 0);
  const verdict = isSure ? (value > 0 ? 'higher' : 'lower') : 'chance';
  return { verdict, difference: { value, low, high }, pValue: chance };
}
