import { findFirst } from '../statistics/findFirst.ts';

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
      // After its equals.
      const place = findFirst(first.length, (n) => compare(first[n] as T, value) > 0);
      first.splice(place, 0, value);
      if (first.length > limit) first.pop();
    },
    list: () => first,
    total: () => total,
  };
}
