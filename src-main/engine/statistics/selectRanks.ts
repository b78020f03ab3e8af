import { findFirst } from './findFirst.ts';

/** Fewer values are sorted. */
const FEWEST = 500;
const BUCKETS = 4_096;

/**
 * The values at some ranks, from 0 in ascending order; undefined for a rank that is none. Reorders `values`. Of many it sorts only those
 * near a rank: they are parted into buckets by their size, and each bucket with a rank in it is parted in turn.
 */
export function selectRanks(values: Float64Array, ranks: readonly number[]): (number | undefined)[] {
  const [low, high] = values.length < FEWEST ? [0, 0] : findBounds(values);
  if (low === high) {
    const sorted = isAscending(values) ? values : values.sort();
    return ranks.map((rank) => sorted[rank]);
  }
  const buckets = { low, scale: (BUCKETS - 1) / (high - low) };
  const ends = countUpTo(values, buckets);
  const found = new Map<number, number | undefined>();
  for (const [bucket, part] of listParts(values, buckets, ends, ranks)) {
    const before = ends[bucket - 1] ?? 0;
    const inside = ranks.filter((rank) => rank >= before && rank < before + part.length);
    const selected = selectRanks(
      part,
      inside.map((rank) => rank - before),
    );
    for (const [n, rank] of inside.entries()) found.set(rank, selected[n]);
  }
  return ranks.map((rank) => found.get(rank));
}

function isAscending(values: Float64Array): boolean {
  for (let n = 1; n < values.length; n += 1) if ((values[n - 1] ?? 0) > (values[n] ?? 0)) return false;
  return true;
}

function findBounds(values: Float64Array): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let n = 0; n < values.length; n += 1) {
    const value = values[n] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

interface Buckets {
  readonly low: number;
  readonly scale: number;
}

const toBucket = (value: number, low: number, scale: number) => Math.floor((value - low) * scale);

/** How many values are in each bucket and those before it. */
function countUpTo(values: Float64Array, { low, scale }: Buckets): Int32Array {
  const counts = new Int32Array(BUCKETS);
  for (let n = 0; n < values.length; n += 1) {
    const bucket = toBucket(values[n] ?? 0, low, scale);
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  for (let bucket = 1; bucket < BUCKETS; bucket += 1)
    counts[bucket] = (counts[bucket] ?? 0) + (counts[bucket - 1] ?? 0);
  return counts;
}

/** The values of each bucket in which there is a rank. */
function listParts(
  values: Float64Array,
  { low, scale }: Buckets,
  ends: Int32Array,
  ranks: readonly number[],
): [number, Float64Array][] {
  const possible = ranks.filter((rank) => rank >= 0 && rank < values.length);
  const wanted = new Set(possible.map((rank) => findFirst(BUCKETS, (bucket) => (ends[bucket] ?? 0) > rank)));
  // Where the next value of a wanted bucket belongs.
  const next = new Int32Array(BUCKETS).fill(-1);
  let size = 0;
  const starts = [...wanted].map((bucket) => {
    next[bucket] = size;
    size += (ends[bucket] ?? 0) - (ends[bucket - 1] ?? 0);
    return [bucket, next[bucket] ?? 0] as const;
  });
  const found = new Float64Array(size);
  for (let n = 0; n < values.length; n += 1) {
    const value = values[n] ?? 0;
    const bucket = toBucket(value, low, scale);
    const place = next[bucket] ?? -1;
    if (place < 0) continue;
    found[place] = value;
    next[bucket] = place + 1;
  }
  return starts.map(([bucket, start]) => [bucket, found.subarray(start, next[bucket])]);
}
