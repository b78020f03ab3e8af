import { describe, expect, test } from 'vitest';
import { OfficeHours, toOfficeTime } from '#shared/domain/officeHours.ts';

const weekdays: OfficeHours = { from: '09:00', to: '17:30', days: [1, 2, 3, 4, 5] };
const nights: OfficeHours = { from: '22:00', to: '06:00', days: [5] };
const zones = ['UTC', 'Europe/Brussels', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'] as const;

/** The moment at which clocks in `timeZone` show this; the first one if they show it twice. */
function localTime(timeZone: string, text: string): number {
  const wanted = Date.parse(`${text}Z`);
  const shown = (at: number) =>
    Date.parse(`${new Date(at).toLocaleString('sv-SE', { timeZone }).replace(' ', 'T')}Z`);
  const first = wanted - (shown(wanted) - wanted);
  return first - (shown(first) - wanted);
}

describe.each(zones)('in %s', (zone) => {
  test.each([
    ['2026-11-23T08:59:59', weekdays, 'closed'],
    ['2026-11-23T09:00:00', weekdays, 'open'],
    ['2026-11-23T17:29:59', weekdays, 'open'],
    ['2026-11-23T17:30:00', weekdays, 'closed'],
    ['2026-11-23T22:00:00', weekdays, 'night'],
    ['2026-11-24T06:59:59', weekdays, 'night'],
    ['2026-11-24T07:00:00', weekdays, 'closed'],
    ['2026-11-22T12:00:00', weekdays, 'closed'],
    ['2026-11-22T12:00:00', null, 'open'],
    ['2026-11-22T07:59:59', null, 'closed'],
    ['2026-11-22T20:00:00', null, 'closed'],
    ['2026-11-27T23:00:00', nights, 'open'],
    ['2026-11-28T05:59:59', nights, 'open'],
    ['2026-11-28T06:00:00', nights, 'night'],
    ['2026-11-28T23:00:00', nights, 'night'],
  ] as const)('%s follows the wall clock', (text, hours, time) => {
    expect(toOfficeTime(localTime(zone, text), hours, zone)).toBe(time);
  });
});

test.each([
  ['Europe/Brussels', '2026-03-29', 1],
  ['Europe/Brussels', '2026-10-25', -1],
  ['America/New_York', '2026-03-08', 1],
  ['America/New_York', '2026-11-01', -1],
  ['Pacific/Auckland', '2026-09-27', 1],
  ['Pacific/Auckland', '2026-04-05', -1],
])('in %s the office opens once at nine o’clock on %s, when clocks change', (zone, day, hours) => {
  const everyDay: OfficeHours = { ...weekdays, days: [1, 2, 3, 4, 5, 6, 7] };
  const start = localTime(zone, `${day}T00:00:00`);
  const times = Array.from({ length: 25 * 60 }, (_, n) => toOfficeTime(start + n * 60_000, everyDay, zone));
  const opens = times.flatMap((time, n) => (time === 'open' && times[n - 1] !== 'open' ? [n] : []));
  expect(opens).toEqual([(9 - hours) * 60]);
});

test.each(['9:00', '24:00', '09:60', ''])('rejects the time "%s"', (from) => {
  expect(OfficeHours.safeParse({ ...weekdays, from }).success).toBe(false);
});
