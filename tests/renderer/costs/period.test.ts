import { expect, it } from 'vitest';
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
