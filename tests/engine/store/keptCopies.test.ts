import { expect, test } from 'vitest';
import { toKeptCopies } from '#engine/store/keptCopies.ts';
import { DAY_MS } from '#shared/time.ts';

/** Copies for each of `days` days, as they are left when each day's copy is followed by tidying up. */
function afterDays(days: number): number[] {
  let copies: { readonly at: number }[] = [];
  for (let day = 0; day < days; day += 1) copies = toKeptCopies([{ at: day * DAY_MS }, ...copies]);
  return copies.map(({ at }) => at / DAY_MS);
}

test('the newest three are kept', () => {
  expect(afterDays(1)).toEqual([0]);
  expect(afterDays(5)).toEqual([4, 3, 2]);
});

test('the last of each of the four weeks before is kept', () => {
  expect(afterDays(10)).toEqual([9, 8, 7, 6]);
  expect(afterDays(60)).toEqual([59, 58, 57, 55, 48, 41, 34]);
});

test('Perch was closed for a long time: the newest three are kept, however old', () => {
  expect(toKeptCopies([{ at: 900 * DAY_MS }, { at: 2 * DAY_MS }, { at: DAY_MS }, { at: 0 }])).toHaveLength(3);
});

test('there is nothing to keep', () => {
  expect(toKeptCopies([])).toEqual([]);
});
