/** A share between 0 and 1, and between which values the true one lies with 95 % probability. */
export interface Share {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The 97.5 % point of the normal distribution. */
const Z = 1.959964;

/**
 * Wilson's score interval of a share (Wilson 1927), which holds for few cases and for shares near 0 and 1. Null without any case.
 *
 *     1 of 1       0.21 to 1
 *     8 of 10      0.49 to 0.94
 */
export function wilsonInterval(hits: number, cases: number): Share | null {
  if (cases === 0) return null;
  const value = hits / cases;
  const scale = 1 + Z ** 2 / cases;
  const centre = (value + Z ** 2 / (2 * cases)) / scale;
  const half = (Z / scale) * Math.sqrt((value * (1 - value)) / cases + Z ** 2 / (4 * cases ** 2));
  return { value, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
