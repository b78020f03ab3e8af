import { describe, expect, test } from 'vitest';
import { compareShares } from '#engine/statistics/compareShares.ts';
import { compareNetPromoterScores, netPromoterScore } from '#engine/statistics/netPromoter.ts';
import { chanceOf } from '#engine/statistics/normal.ts';
import { quantileOf } from '#engine/statistics/quantileOf.ts';
import { wilsonInterval } from '#engine/statistics/wilsonInterval.ts';

const count = (hits: number, cases: number) => ({ hits, cases });

describe('the interval of a share', () => {
  test.each([
    // R. G. Newcombe, "Two-sided confidence intervals for the single proportion: comparison of seven methods", Statistics in
    // Medicine 17 (1998), 857-872, table I, method 3.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('is as Newcombe (1998, table I) has it for %i of %i', (hits, cases, low, high) => {
    const share = wilsonInterval(hits, cases);
    expect(share?.low).toBeCloseTo(low, 4);
    expect(share?.high).toBeCloseTo(high, 4);
  });

  test.each([
    [9, 10, 0.596, 0.982],
    [90, 100, 0.826, 0.945],
    [1, 1, 0.2065, 1],
  ])('narrows with the cases: %i of %i', (hits, cases, low, high) => {
    expect(wilsonInterval(hits, cases)?.low).toBeCloseTo(low, 3);
    expect(wilsonInterval(hits, cases)?.high).toBeCloseTo(high, 3);
  });

  test('is null without a case', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });
});

describe('the difference of two shares', () => {
  test.each([
    // R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of eleven methods",
    // Statistics in Medicine 17 (1998), 873-890, table II, method 10.
    [count(48, 80), count(56, 70), 0.0524, 0.3339],
    [count(3, 10), count(9, 10), 0.1705, 0.809],
    [count(2, 7), count(6, 7), 0.0582, 0.8062],
    [count(0, 29), count(5, 56), -0.0381, 0.1926],
    [count(0, 20), count(0, 10), -0.1611, 0.2775],
    [count(0, 10), count(0, 10), -0.2775, 0.2775],
    [count(0, 20), count(10, 10), 0.6791, 1],
    [count(0, 10), count(10, 10), 0.6075, 1],
  ])('has the interval that Newcombe (1998, table II) gives: %j and %j', (first, second, low, high) => {
    const difference = compareShares(first, second);
    expect(difference?.low).toBeCloseTo(low, 4);
    expect(difference?.high).toBeCloseTo(high, 4);
  });

  test('has the chance of the two-proportion test with N-1 in place of N (Campbell 2007)', () => {
    // Published without N-1: z = 2.824 for 144 and 192 of 1,200, and 2.650 for 48 of 80 and 56 of 70 (the score test of Mee at 0).
    const published = [
      { first: count(144, 1_200), second: count(192, 1_200), z: 2.824, cases: 2_400 },
      { first: count(48, 80), second: count(56, 70), z: 2.65, cases: 150 },
    ];
    for (const { first, second, z, cases } of published) {
      const expected = chanceOf(z * Math.sqrt((cases - 1) / cases));
      expect(compareShares(first, second)?.chance).toBeCloseTo(expected, 4);
    }
  });

  test('turns its sign with the order', () => {
    const [up, down] = [compareShares(count(3, 10), count(9, 10)), compareShares(count(9, 10), count(3, 10))];
    expect(down?.low).toBeCloseTo(-(up?.high ?? 0), 10);
    expect(down?.chance).toBe(up?.chance);
  });

  test('is pure chance where all agree, and null without cases', () => {
    expect(compareShares(count(10, 10), count(20, 20))?.chance).toBeCloseTo(1, 6);
    expect(compareShares(count(0, 0), count(1, 2))).toBeNull();
  });

  test('has an interval that covers the truth in about 95 of 100 cases', () => {
    const covered = sumOver(30, (a) =>
      sumOver(40, (b) => {
        const difference = compareShares(count(a, 30), count(b, 40));
        const isIn = difference !== null && difference.low <= 0.15 && 0.15 <= difference.high;
        return isIn ? binomial(a, 30, 0.7) * binomial(b, 40, 0.85) : 0;
      }),
    );
    expect(covered).toBeGreaterThan(0.94);
    expect(covered).toBeLessThan(0.97);
  });
});

describe('the Net Promoter Score', () => {
  test.each([
    [{ promoters: 5, detractors: 2, responses: 10 }, 30, -19.1, 65.2],
    [{ promoters: 50, detractors: 20, responses: 100 }, 30, 14.1, 44.2],
  ])('has the adjusted-Wald interval of Lewis and Sauro (2021): %j', (given, value, low, high) => {
    const score = netPromoterScore(given);
    expect(score?.value).toBeCloseTo(value, 10);
    expect(score?.low).toBeCloseTo(low, 1);
    expect(score?.high).toBeCloseTo(high, 1);
  });

  test('is never certain of few who agree, and stays within -100 and 100', () => {
    const score = netPromoterScore({ promoters: 3, detractors: 0, responses: 3 });
    expect(score).toMatchObject({ value: 100, high: 100 });
    expect(score?.low).toBeLessThan(0);
    expect(netPromoterScore({ promoters: 0, detractors: 3, responses: 3 })?.low).toBe(-100);
    expect(netPromoterScore({ promoters: 0, detractors: 0, responses: 0 })).toBeNull();
  });

  test('has an interval that covers the truth in about 95 of 100 cases', () => {
    const [n, promoting, detracting] = [30, 0.5, 0.2];
    const covered = sumOver(n, (promoters) =>
      sumOver(n - promoters, (detractors) => {
        const score = netPromoterScore({ promoters, detractors, responses: n });
        const isIn = score !== null && score.low <= 30 && 30 <= score.high;
        const rest = binomial(detractors, n - promoters, detracting / (1 - promoting));
        return isIn ? binomial(promoters, n, promoting) * rest : 0;
      }),
    );
    expect(covered).toBeGreaterThan(0.94);
    expect(covered).toBeLessThan(0.97);
  });

  test('is compared by the adjusted scores of both', () => {
    const before = { promoters: 50, detractors: 20, responses: 100 };
    const after = { promoters: 70, detractors: 10, responses: 100 };
    const difference = compareNetPromoterScores(before, after);
    expect(difference?.value).toBeCloseTo(30, 10);
    // By hand: (70.75 - 10.75 - 50.75 + 20.75) / 103 = .2913; its standard error is √(.0058906 + .0043917) = .1014.
    expect(difference?.low).toBeCloseTo(9.25, 1);
    expect(difference?.high).toBeCloseTo(49.0, 1);
    expect(difference?.chance).toBeCloseTo(chanceOf(2.8725), 3);
    expect(compareNetPromoterScores(before, { promoters: 0, detractors: 0, responses: 0 })).toBeNull();
  });

  test('of two groups that agree may differ by chance alone', () => {
    const same = { promoters: 4, detractors: 0, responses: 4 };
    expect(compareNetPromoterScores(same, same)?.chance).toBeCloseTo(1, 6);
  });
});

test('the chance beyond z is as the tables of the normal distribution have it', () => {
  for (const [z, chance] of [
    [0, 1],
    [1.959964, 0.05],
    [-2.575829, 0.01],
    [3.290527, 0.001],
  ] as const) {
    expect(chanceOf(z)).toBeCloseTo(chance, 6);
  }
});

test('a quantile is a value that occurs', () => {
  expect(quantileOf([], 0.5)).toBeNull();
  expect(quantileOf([3, 1, 2], 0.5)).toBe(2);
  expect(quantileOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9)).toBe(9);
  expect(quantileOf([7], 0.9)).toBe(7);
});

/** The sum over 0 to `last`. */
const sumOver = (last: number, term: (n: number) => number): number =>
  Array.from({ length: last + 1 }, (_, n) => term(n)).reduce((sum, one) => sum + one, 0);

/** How probable `hits` of `cases` are. */
function binomial(hits: number, cases: number, share: number): number {
  const ways = Array.from({ length: hits }, (_, n) => (cases - n) / (n + 1)).reduce((a, b) => a * b, 1);
  return ways * share ** hits * (1 - share) ** (cases - hits);
}
