import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantileIntervals } from '#engine/statistics/quantileIntervals.ts';
import { selectRanks } from '#engine/statistics/selectRanks.ts';

const quantileInterval = (values: readonly number[], share: number) =>
  quantileIntervals(Float64Array.from(values), [share])[0];

const upTo = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

test('the ranks of a median are those of the published tables', () => {
  expect(quantileInterval(upTo(10), 0.5)).toEqual({ value: 5, low: 2, high: 9 });
  expect(quantileInterval(upTo(6), 0.5)).toEqual({ value: 3, low: 1, high: 6 });
  expect(quantileInterval(upTo(100), 0.5)).toEqual({ value: 50, low: 40, high: 61 });
});

test('too few values leave a bound open', () => {
  expect(quantileInterval(upTo(5), 0.5)).toEqual({ value: 3, low: null, high: null });
  expect(quantileInterval(upTo(10), 0.9)).toMatchObject({ low: 7, high: null });
  expect(quantileInterval([], 0.5)).toBeNull();
});

test('many values have bounds as near as the normal distribution says', () => {
  const interval = quantileInterval(upTo(100_000), 0.9);
  expect(interval?.value).toBe(90_000);
  expect(Math.abs((interval?.low ?? 0) - 89_814)).toBeLessThan(3);
  expect(Math.abs((interval?.high ?? 0) - 90_187)).toBeLessThan(3);
});

test('several quantiles of the same values are those of each', () => {
  const values = Array.from({ length: 1_000 }, (_, n) => (n * 7_919) % 1_009);
  const both = quantileIntervals(Float64Array.from(values), [0.5, 0.9]);
  expect(both).toEqual([quantileInterval(values, 0.5), quantileInterval(values, 0.9)]);
});

test('the values at some ranks are those of the sorted values', () => {
  const someRanks = fc.array(fc.nat({ max: 320 }), { maxLength: 6 });
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 300 }), someRanks, (values, ranks) => {
      const sorted = values.toSorted((a, b) => a - b);
      expect(selectRanks(Float64Array.from(values), ranks)).toEqual(ranks.map((rank) => sorted[rank]));
    }),
  );
});

test('so they are of many values, most of which are much smaller than the largest', () => {
  const someRanks = fc.array(fc.nat({ max: 3_100 }), { minLength: 1, maxLength: 6 });
  const someValue = fc.oneof(fc.integer({ min: -5, max: 60 }), fc.nat(), fc.constant(1e12));
  fc.assert(
    fc.property(
      fc.array(someValue, { minLength: 600, maxLength: 3_000, size: 'max' }),
      someRanks,
      (values, ranks) => {
        const sorted = values.toSorted((a, b) => a - b);
        expect(selectRanks(Float64Array.from(values), ranks)).toEqual(ranks.map((rank) => sorted[rank]));
      },
    ),
    { numRuns: 30 },
  );
});
