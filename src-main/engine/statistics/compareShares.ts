import type { Estimate } from '#shared/domain/surveyFigures.ts';
import { chanceOf } from './normal.ts';
import { wilsonInterval } from './wilsonInterval.ts';

/** So many of so many. */
export interface Count {
  readonly hits: number;
  readonly cases: number;
}

/** A difference, the second minus the first, and how probable it is by chance. */
export interface Difference extends Estimate {
  /** The p-value of a two-sided test: how often chance alone makes a difference as large as this. */
  readonly chance: number;
}

/** The difference of two shares, the second minus the first. Null if one of them has no case. */
export function compareShares(first: Count, second: Count): Difference | null {
  const interval = newcombeInterval(first, second);
  return interval && { ...interval, chance: chanceOf(toZ(first, second)) };
}

/**
 * The interval of a difference of two independent shares from their two Wilson intervals, without a correction for continuity.
 *
 * Method 10 of R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of eleven
 * methods", Statistics in Medicine 17 (1998), 873-890.
 */
function newcombeInterval(first: Count, second: Count): Estimate | null {
  const [a, b] = [wilsonInterval(first.hits, first.cases), wilsonInterval(second.hits, second.cases)];
  if (!a || !b) return null;
  const value = b.value - a.value;
  return {
    value,
    low: Math.max(-1, value - Math.hypot(b.value - b.low, a.high - a.value)),
    high: Math.min(1, value + Math.hypot(b.high - b.value, a.value - a.low)),
  };
}

/**
 * The z of the two-proportion test with N-1 in place of N, which holds for small samples too; its square is the N-1 chi-square.
 *
 * I. Campbell, "Chi-squared and Fisher-Irwin tests of two-by-two tables with small sample recommendations", Statistics in
 * Medicine 26 (2007), 3661-3675.
 */
function toZ(first: Count, second: Count): number {
  const cases = first.cases + second.cases;
  const pooled = (first.hits + second.hits) / cases;
  const variance = pooled * (1 - pooled) * (1 / first.cases + 1 / second.cases);
  // Without variance all agree, and there is no difference to explain.
  if (variance === 0) return 0;
  const difference = second.hits / second.cases - first.hits / first.cases;
  return (difference / Math.sqrt(variance)) * Math.sqrt((cases - 1) / cases);
}
