import { selectRanks } from './selectRanks.ts';

/** A quantile with the bounds of its 95 % interval; null for a bound for which there are too few values. */
export interface QuantileInterval {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** What may lie beyond each bound. */
const TAIL = 0.025;

/**
 * Quantiles, each with an interval between two order statistics, which supposes nothing about how the values are distributed. Null
 * without values. Reorders `values`.
 *
 *     median of 10 values     from the 2nd to the 9th
 *     p90 of 10 values        from the 7th, without an upper bound
 *
 * How many values are at most the true quantile is binomial: W. J. Conover, "Practical nonparametric statistics", 3rd edition (1999),
 * 3.2; G. J. Hahn and W. Q. Meeker, "Statistical intervals" (1991), 5.2.
 */
export function quantileIntervals(
  values: Float64Array,
  shares: readonly number[],
): (QuantileInterval | null)[] {
  const ranks = shares.flatMap((share) => {
    const { low, high } = getRanks(values.length, share);
    return [Math.max(1, Math.ceil(share * values.length)), low, high];
  });
  const found = selectRanks(
    values,
    ranks.map((rank) => rank - 1),
  );
  return shares.map((_, index) => {
    const [value, low, high] = found.slice(3 * index, 3 * index + 3);
    return value === undefined ? null : { value, low: low ?? null, high: high ?? null };
  });
}

/** The ranks of the bounds, from 1; 0 or more than `count` for none. */
interface Ranks {
  readonly low: number;
  readonly high: number;
}

/** Of so few values, as in a day, the ranks take longer to find than the values. */
const FEW = 1_000;
const ranksOfFew = new Map<string, Ranks>();

function getRanks(count: number, share: number): Ranks {
  if (count > FEW) return toRanks(count, share);
  const key = `${count} ${share}`;
  const ranks = ranksOfFew.get(key) ?? toRanks(count, share);
  ranksOfFew.set(key, ranks);
  return ranks;
}

/** What lies further from the mean, in standard deviations and a few, has no weight that a number could show. */
const REACH = 10;

function toRanks(count: number, share: number): Ranks {
  const mean = count * share;
  const reach = REACH * (1 + Math.sqrt(mean * (1 - share)));
  const first = Math.max(0, Math.floor(mean - reach));
  const weights = toWeights(first, Math.min(count, Math.ceil(mean + reach)), count, share);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let upTo = 0;
  let low = first;
  for (const [index, weight] of weights.entries()) {
    upTo += weight / total;
    if (upTo <= TAIL) low = first + index + 1;
    if (upTo >= 1 - TAIL) return { low, high: first + index + 1 };
  }
  return { low, high: count + 1 };
}

/** The binomial weights from `first` to `last` of `count`, relative to the one at the mean. */
function toWeights(first: number, last: number, count: number, share: number): number[] {
  const odds = share / (1 - share);
  const middle = Math.min(last, Math.floor(count * share));
  const weights = new Array<number>(last - first + 1).fill(0);
  weights[middle - first] = 1;
  for (let k = middle; k < last; k += 1)
    weights[k + 1 - first] = ((weights[k - first] ?? 0) * odds * (count - k)) / (k + 1);
  for (let k = middle; k > first; k -= 1)
    weights[k - 1 - first] = ((weights[k - first] ?? 0) * k) / (odds * (count - k + 1));
  return weights;
}
