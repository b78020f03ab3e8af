import type { Estimate } from '#shared/domain/surveyFigures.ts';
import { Z_95 } from './normal.ts';

/**
 * A share between 0 and 1 with Wilson's score interval, which holds for few cases and for shares near 0 and 1. Null without any case.
 *
 *     1 of 1       0.21 to 1
 *     8 of 10      0.49 to 0.94
 *
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical
 * Association 22 (1927), 209-212; method 3 of R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872.
 */
export function wilsonInterval(hits: number, cases: number): Estimate | null {
  if (cases === 0) return null;
  const value = hits / cases;
  const scale = 1 + Z_95 ** 2 / cases;
  const centre = (value + Z_95 ** 2 / (2 * cases)) / scale;
  const half = (Z_95 / scale) * Math.sqrt((value * (1 - value)) / cases + Z_95 ** 2 / (4 * cases ** 2));
  return { value, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
