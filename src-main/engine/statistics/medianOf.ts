/** The middle of some values, the mean of the two middle ones of an even number; null without values. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** What the median absolute deviation of normal values is multiplied by to estimate their standard deviation. */
const NORMAL_SCALE = 1.4826;

/**
 * The spread of some values as a standard deviation that up to half of them, however large, cannot move far; null without values.
 *
 * P. J. Rousseeuw and C. Croux, "Alternatives to the median absolute deviation", Journal of the American Statistical Association
 * 88 (1993), 1273-1283.
 */
export function robustSpread(values: readonly number[]): number | null {
  const median = medianOf(values);
  if (median === null) return null;
  const deviation = medianOf(values.map((value) => Math.abs(value - median)));
  return deviation === null ? null : NORMAL_SCALE * deviation;
}
