import { describe, expect, test } from 'vitest';
import { toOfficeTime } from '#engine/conversations/officeTime.ts';
import type { OfficeHours } from '#shared/domain/officeHours.ts';
import { localTime } from '../../support/localTime.ts';

const days = [1, 2, 3, 4, 5];
const noHolidays = { holidays: [], timeZone: null };
const weekdays: OfficeHours = { ranges: [{ days, from: '09:00', to: '17:30' }], ...noHolidays };
const nights: OfficeHours = {
  ranges: [
    { days: [5], from: '22:00', to: '24:00' },
    { days: [6], from: '00:00', to: '06:00' },
  ],
  ...noHolidays,
};
const noWeek: OfficeHours = { ranges: [], ...noHolidays };
const zones = ['UTC', 'Europe/Brussels', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'] as const;

describe.each(zones)('in %s', (timeZone) => {
  test.each([
    ['2026-11-23T08:59:59', weekdays, 'closed'],
    ['2026-11-23T09:00:00', weekdays, 'open'],
    ['2026-11-23T17:29:59', weekdays, 'open'],
    ['2026-11-23T17:30:00', weekdays, 'closed'],
    ['2026-11-23T22:00:00', weekdays, 'night'],
    ['2026-11-24T06:59:59', weekdays, 'night'],
    ['2026-11-24T07:00:00', weekdays, 'closed'],
    ['2026-11-22T12:00:00', weekdays, 'closed'],
    ['2026-11-22T12:00:00', noWeek, 'open'],
    ['2026-11-22T07:59:59', noWeek, 'closed'],
    ['2026-11-22T20:00:00', noWeek, 'closed'],
    ['2026-11-27T23:00:00', nights, 'open'],
    ['2026-11-28T05:59:59', nights, 'open'],
    ['2026-11-28T06:00:00', nights, 'night'],
    ['2026-11-28T23:00:00', nights, 'night'],
  ] as const)('%s follows the wall clock', (text, hours, time) => {
    expect(toOfficeTime(localTime(timeZone, text), { ...hours, timeZone })).toBe(time);
  });

  test('a holiday is closed', () => {
    const hours = { ...weekdays, timeZone, holidays: [{ date: '2026-11-23', yearly: false }] };
    expect(toOfficeTime(localTime(timeZone, '2026-11-23T12:00:00'), hours)).toBe('closed');
  });
});

test('without a setting the office is open by day', () => {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  expect(toOfficeTime(localTime(timeZone, '2026-11-22T08:00:00'), null)).toBe('open');
  expect(toOfficeTime(localTime(timeZone, '2026-11-22T20:00:00'), null)).toBe('closed');
});

test.each([
  ['Europe/Brussels', '2026-03-29', 1],
  ['Europe/Brussels', '2026-10-25', -1],
  ['America/New_York', '2026-03-08', 1],
  ['America/New_York', '2026-11-01', -1],
  ['Pacific/Auckland', '2026-09-27', 1],
  ['Pacific/Auckland', '2026-04-05', -1],
])('in %s the office opens once at nine o’clock on %s, when clocks change', (timeZone, day, hours) => {
  const everyDay = {
    ...noHolidays,
    ranges: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '17:30' }],
    timeZone,
  };
  const start = localTime(timeZone, `${day}T00:00:00`);
  const times = Array.from({ length: 25 * 60 }, (_, n) => toOfficeTime(start + n * 60_000, everyDay));
  const opens = times.flatMap((time, n) => (time === 'open' && times[n - 1] !== 'open' ? [n] : []));
  expect(opens).toEqual([(9 - hours) * 60]);
});
