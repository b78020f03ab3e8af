import { quantileOf } from './quantileOf.ts';

/** A quantile with the bounds of its 95 % interval; null for a bound for which there are too few values. */
export interface QuantileInterval {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** What may lie beyond each bound. */
const TAIL = 0.025;

/**
 * A quantile with an interval between two order statistics, which supposes nothing about how the values are distributed. Null without
 * values.
 *
 *     median of 10 values     from the 2nd to the 9th
 *     p90 of 10 values        from the 7th, without an upper bound
 *
 * How many values are at most the true quantile is binomial: W. J. Conover, "Practical nonparametric statistics", 3rd edition (1999),
 * 3.2; G. J. Hahn and W. Q. Meeker, "Statistical intervals" (1991), 5.2.
 */
export function quantileInterval(values: readonly number[], share: number): QuantileInterval | null {
  const value = quantileOf(values, share);
  if (value === null) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const { low, high } = toRanks(values.length, share);
  return { value, low: sorted[low - 1] ?? null, high: sorted[high - 1] ?? null };
}

/** The ranks of the bounds, from 1; 0 or more than `count` for none. */
function toRanks(count: number, share: number): { readonly low: number; readonly high: number } {
  const odds = Math.log(share / (1 - share));
  let log = count * Math.log(1 - share);
  let upTo = 0;
  let low = 0;
  for (let k = 0; k <= count; k += 1) {
    upTo += Math.exp(log);
    if (upTo <= TAIL) low = k + 1;
    if (upTo >= 1 - TAIL) return { low, high: k + 1 };
    log += Math.log((count - k) / (k + 1)) + odds;
  }
  return { low, high: count + 1 };
}
