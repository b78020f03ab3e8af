import { describe, expect, test } from 'vitest';
import { compareCsat, compareNps } from '#engine/surveys/figures/compareFigures.ts';
import { toCsatFigures, toNpsFigures, toResponseRate } from '#engine/surveys/figures/surveyFigures.ts';
import { CsatFigures, NpsFigures, SurveyComparison } from '#shared/domain/surveyFigures.ts';

const given = (counts: Readonly<Record<number, number>>): Map<number, number> =>
  new Map(Object.entries(counts).map(([score, count]) => [Number(score), count]));

describe('CSAT', () => {
  test('is the share of 4 and 5, with mean and distribution', () => {
    const figures = toCsatFigures(given({ 5: 6, 4: 3, 3: 1 }));
    expect(figures).toMatchObject({ responses: 10, isTooFew: false, mean: 4.5, satisfied: { value: 0.9 } });
    expect(figures.satisfied?.low).toBeCloseTo(0.596, 3);
    expect(figures.satisfied?.high).toBeCloseTo(0.982, 3);
    expect(figures.distribution.map(({ count }) => count)).toEqual([0, 0, 1, 3, 6]);
    expect(CsatFigures.parse(figures)).toEqual(figures);
  });

  test('says nothing but the counts below the minimum', () => {
    const figures = toCsatFigures(given({ 5: 9 }));
    expect(figures).toMatchObject({ responses: 9, isTooFew: true, mean: null, satisfied: null });
    expect(figures.distribution.at(-1)).toEqual({ score: 5, count: 9 });
    expect(toCsatFigures(given({ 5: 9 }), 5).satisfied?.value).toBe(1);
  });

  test('has no figure without a response, whatever the minimum', () => {
    expect(toCsatFigures(new Map(), 0)).toMatchObject({ isTooFew: true, mean: null, satisfied: null });
  });
});

describe('NPS', () => {
  test('is promoters minus detractors, in points', () => {
    const figures = toNpsFigures(given({ 10: 3, 9: 2, 8: 2, 7: 1, 6: 1, 0: 1 }));
    expect(figures).toMatchObject({ responses: 10, promoters: 5, passives: 3, detractors: 2 });
    expect(figures.nps?.value).toBeCloseTo(30, 10);
    expect(figures.nps?.low).toBeCloseTo(-19.1, 1);
    expect(figures.mean).toBeCloseTo(7.7, 10);
    expect(figures.distribution).toHaveLength(11);
    expect(NpsFigures.parse(figures)).toEqual(figures);
  });

  test('counts as promoters and detractors what Reichheld does', () => {
    for (let score = 0; score <= 10; score += 1) {
      const { promoters, passives, detractors } = toNpsFigures(given({ [score]: 10 }));
      expect([promoters, passives, detractors]).toEqual(
        score >= 9 ? [10, 0, 0] : score >= 7 ? [0, 10, 0] : [0, 0, 10],
      );
    }
  });

  test('says nothing but the counts below the minimum', () => {
    expect(toNpsFigures(given({ 10: 9 }))).toMatchObject({
      promoters: 9,
      isTooFew: true,
      nps: null,
      mean: null,
    });
  });
});

test('the response rate is a share of what was sent', () => {
  expect(toResponseRate(30, 100)).toMatchObject({ value: 0.3 });
  expect(toResponseRate(3, 9)).toBeNull();
});

describe('a comparison', () => {
  const csat = (satisfied: number, responses: number) =>
    toCsatFigures(given({ 5: satisfied, 1: responses - satisfied }));
  const nps = (promoters: number, detractors: number, responses: number) =>
    toNpsFigures(given({ 9: promoters, 8: responses - promoters - detractors, 3: detractors }));

  test('tells a difference from chance', () => {
    expect(compareCsat(csat(48, 80), csat(56, 70))).toMatchObject({ verdict: 'higher' });
    expect(compareCsat(csat(56, 70), csat(48, 80))).toMatchObject({ verdict: 'lower' });
    expect(compareCsat(csat(8, 10), csat(9, 10))).toMatchObject({ verdict: 'chance' });
    expect(compareNps(nps(50, 20, 100), nps(70, 10, 100))).toMatchObject({ verdict: 'higher' });
    expect(compareNps(nps(70, 10, 100), nps(50, 20, 100))).toMatchObject({ verdict: 'lower' });
    expect(compareNps(nps(5, 2, 10), nps(7, 1, 10))).toMatchObject({ verdict: 'chance' });
  });

  test('is refused with too few responses on either side', () => {
    const refused = { verdict: 'tooFew', difference: null, pValue: null };
    expect(compareCsat(csat(9, 9), csat(0, 100))).toEqual(refused);
    expect(compareNps(nps(0, 100, 100), nps(9, 0, 9))).toEqual(refused);
  });

  test('never claims a difference that its interval or its test allows to be none', () => {
    for (let first = 0; first <= 20; first += 1) {
      for (let second = 0; second <= 20; second += 1) {
        const found = compareCsat(csat(first, 20), csat(second, 20));
        expect(SurveyComparison.parse(found)).toEqual(found);
        const { verdict, difference, pValue } = found;
        const isOpen = (difference?.low ?? 0) <= 0 && (difference?.high ?? 0) >= 0;
        expect(verdict === 'chance', `${first} and ${second} of 20`).toBe(isOpen || (pValue ?? 1) >= 0.05);
      }
    }
  });
});
