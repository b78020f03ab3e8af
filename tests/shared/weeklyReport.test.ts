import { expect, test } from 'vitest';
import { createLocalTime } from '#shared/domain/localTime.ts';
import { findReportWeek } from '#shared/domain/weeklyReport.ts';
import { DAY_MS, HOUR_MS } from '#shared/time.ts';

const brussels = createLocalTime('Europe/Brussels');
const mondayAtEight = { weekday: 1, hour: 8 };
const find = (now: string, schedule = mondayAtEight, local = brussels) =>
  findReportWeek(local, Date.parse(now), schedule);
const inHours = ({ from, to }: { readonly from: number; readonly to: number }) => (to - from) / HOUR_MS;

test('is the last full week at the last scheduled time', () => {
  expect(find('2026-11-23T08:00+01:00')).toEqual({
    week: '2026-W47',
    period: { from: Date.parse('2026-11-16T00:00+01:00'), to: Date.parse('2026-11-23T00:00+01:00') },
    before: { from: Date.parse('2026-11-09T00:00+01:00'), to: Date.parse('2026-11-16T00:00+01:00') },
  });
});

test.each([
  ['a moment before the time', '2026-11-23T07:59:59.999+01:00', mondayAtEight, '2026-W46'],
  ['six days after the time', '2026-11-29T23:59+01:00', mondayAtEight, '2026-W47'],
  ['a Friday, still the week before', '2026-11-27T17:00+01:00', { weekday: 5, hour: 17 }, '2026-W47'],
  ['a Friday that is to come', '2026-11-27T16:59+01:00', { weekday: 5, hour: 17 }, '2026-W46'],
  ['a Sunday at midnight', '2026-11-29T00:00+01:00', { weekday: 7, hour: 0 }, '2026-W47'],
  ['the Monday after a year of 53 weeks', '2027-01-04T08:00+01:00', mondayAtEight, '2026-W53'],
  ['a week of two years', '2025-01-06T08:00+01:00', mondayAtEight, '2025-W01'],
  ['before 1970', '1969-12-29T08:00+01:00', mondayAtEight, '1969-W52'],
])('%s', (_, now, schedule, week) => {
  expect(find(now, schedule).week).toBe(week);
});

// On 29 March 2026 clocks go from 2:00 to 3:00, on 25 October from 3:00 to 2:00.
test('a time that the clocks skip comes when they have skipped it', () => {
  const sundayAtTwo = { weekday: 7, hour: 2 };
  expect(find('2026-03-29T00:59:59.999Z', sundayAtTwo).week).toBe('2026-W11');
  expect(find('2026-03-29T01:00:00Z', sundayAtTwo).week).toBe('2026-W12');
  expect(inHours(find('2026-03-30T08:00+02:00').period)).toBe(7 * 24 - 1);
});

test('a time that the clocks show twice comes the first time, and not again', () => {
  const sundayAtTwo = { weekday: 7, hour: 2 };
  const weekAt = (now: string) => find(now, sundayAtTwo).week;
  expect(weekAt('2026-10-24T23:59:59.999Z')).toBe('2026-W41');
  expect(weekAt('2026-10-25T00:00:00Z')).toBe('2026-W42');
  expect(weekAt('2026-10-25T01:00:00Z')).toBe('2026-W42');
  expect(inHours(find('2026-10-26T08:00+01:00').period)).toBe(7 * 24 + 1);
});

test('weeks follow each other without a gap in every zone, all year', () => {
  for (const zone of ['Europe/Brussels', 'America/New_York', 'Pacific/Apia', 'Asia/Kathmandu']) {
    const local = createLocalTime(zone);
    let last = findReportWeek(local, Date.UTC(2024, 0, 1), mondayAtEight);
    for (let now = Date.UTC(2024, 0, 1); now < Date.UTC(2027, 6, 1); now += DAY_MS / 2) {
      const next = findReportWeek(local, now, mondayAtEight);
      if (next.week === last.week) expect(next).toEqual(last);
      else expect([next.before, next.week > last.week]).toEqual([last.period, true]);
      expect(next.period.to).toBeLessThanOrEqual(now);
      last = next;
    }
  }
});
