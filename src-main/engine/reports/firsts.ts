/** Keeps the first of many values that arrive in any order, and counts them all. */
export interface Firsts<T> {
  readonly add: (value: T) => void;
  /** In order. */
  readonly list: () => readonly T[];
  readonly total: () => number;
}

export function createFirsts<T>(limit: number, compare: (a: T, b: T) => number): Firsts<T> {
  const first: T[] = [];
  let total = 0;
  return {
    add: (value) => {
      total += 1;
      const last = first.at(-1);
      if (first.length === limit && last !== undefined && compare(value, last) >= 0) return;
      first.splice(placeOf(first, value, compare), 0, value);
      if (first.length > limit) first.pop();
    },
    list: () => first,
    total: () => total,
  };
}

/** Where a value belongs in sorted ones, after its equals. */
function placeOf<T>(sorted: readonly T[], value: T, compare: (a: T, b: T) => number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(sorted[middle] as T, value) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
