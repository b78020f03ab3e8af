import { expect, test } from 'vitest';
import { quantileInterval } from '#engine/statistics/quantileInterval.ts';

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
