import { expect, it } from 'vitest';
import { toDollars, toPrice } from '#renderer/ui/money.ts';
import { toDayLabel, toEveryDay, toPeriod } from '#renderer/ui/period.ts';

const now = Date.UTC(2026, 10, 16, 9, 30);

it.each([
  ['month', Date.UTC(2026, 10, 1), Date.UTC(2026, 10, 17)],
  ['lastMonth', Date.UTC(2026, 9, 1), Date.UTC(2026, 10, 1)],
  ['days7', Date.UTC(2026, 10, 10), Date.UTC(2026, 10, 17)],
  ['days30', Date.UTC(2026, 9, 18), Date.UTC(2026, 10, 17)],
] as const)('takes %s in whole days of UTC', (period, from, to) => {
  expect(toPeriod(period, now)).toEqual({ from, to });
});

it('adds the days on which nothing was spent', () => {
  const known = { day: '2026-11-15', usd: 1, calls: 2, items: 3 };
  const days = toEveryDay([known], Date.UTC(2026, 10, 14), Date.UTC(2026, 10, 17));
  expect(days.map(({ day, usd }) => [day, usd])).toEqual([
    ['2026-11-14', 0],
    ['2026-11-15', 1],
    ['2026-11-16', 0],
  ]);
});

it('labels days of UTC in any time zone', () => {
  expect(toDayLabel('2026-11-16', 'nl')).toBe('16 nov');
});

it.each([
  [0, '$0.00'],
  [0.003, '$0.003'],
  [0.41, '$0.410'],
  [12.345, '$12.35'],
  [1234, '$1,234.00'],
])('writes the sum %d as %s', (usd, words) => {
  expect(toDollars(usd, 'en')).toBe(words);
});

it('writes prices so that they can be compared', () => {
  expect([toPrice(0.01, 'en'), toPrice(0.2, 'en')]).toEqual(['$0.010', '$0.200']);
});
