import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCountedTime } from '#shared/domain/officeCalendar.ts';
import type { OfficeHours } from '#shared/domain/officeHours.ts';
import { addUnpausedTime, type Pause, unpausedTimeBetween } from '#shared/domain/pausedTime.ts';
import { HOUR_MS, MINUTE_MS } from '#shared/time.ts';

const nineToFive: OfficeHours = {
  ranges: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
  holidays: [],
  timeZone: 'Europe/Brussels',
};
const at = (time: string) => Date.parse(time);
const elapsed = (hours: OfficeHours, from: string, until: string, pauses: readonly Pause[] = []) =>
  unpausedTimeBetween(createCountedTime(hours), pauses, at(from), at(until)) / MINUTE_MS;
const due = (hours: OfficeHours, from: string, minutes: number, pauses: readonly Pause[] = []) =>
  new Date(addUnpausedTime(createCountedTime(hours), pauses, at(from), minutes * MINUTE_MS)).toISOString();

describe('time that counts', () => {
  test('begins when the office opens: written at 8:00, answered at 9:20 is 20 minutes', () => {
    expect(elapsed(nineToFive, '2026-11-23T08:00+01:00', '2026-11-23T09:20+01:00')).toBe(20);
  });

  test('leaves out what was put aside: from 11:00 to 11:30 without the first two minutes is 28', () => {
    const aside: Pause = [at('2026-11-23T11:00+01:00'), at('2026-11-23T11:02+01:00')];
    expect(elapsed(nineToFive, '2026-11-23T11:00+01:00', '2026-11-23T11:30+01:00', [aside])).toBe(28);
  });

  test('of 16 hours takes two days of eight', () => {
    expect(due(nineToFive, '2026-11-23T09:00+01:00', 16 * 60)).toBe('2026-11-24T16:00:00.000Z');
    expect(due(nineToFive, '2026-11-23T12:00+01:00', 16 * 60)).toBe('2026-11-25T11:00:00.000Z');
  });

  test.each([
    ['in spring', '2026-03-29T00:00+01:00', '2026-03-28T23:00:00.000Z', 4],
    ['in autumn', '2026-10-25T00:00+02:00', '2026-10-24T22:00:00.000Z', 6],
  ])('follows wall clocks %s, when a night has an hour more or less', (_, from, iso, hours) => {
    const nights: OfficeHours = {
      ranges: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '05:00' }],
      holidays: [],
      timeZone: 'Europe/Brussels',
    };
    expect(new Date(at(from)).toISOString()).toBe(iso);
    expect(elapsed(nights, from, `${from.slice(0, 10)}T12:00Z`)).toBe(hours * 60);
  });

  test('leaves out a holiday in the middle', () => {
    const hours = { ...nineToFive, holidays: [{ date: '2026-12-25', name: 'Christmas', yearly: true }] };
    expect(due(hours, '2026-12-24T16:00+01:00', 120)).toBe('2026-12-28T09:00:00.000Z');
  });

  test('goes on after a pause that spans a night, and stands still in one that nobody has ended', () => {
    const night: Pause = [at('2026-11-23T16:30+01:00'), at('2026-11-24T10:00+01:00')];
    expect(due(nineToFive, '2026-11-23T16:00+01:00', 60, [night])).toBe('2026-11-24T09:30:00.000Z');
    const open: Pause = [at('2026-11-23T16:30+01:00'), null];
    expect(elapsed(nineToFive, '2026-11-23T16:00+01:00', '2026-11-27T10:00+01:00', [open])).toBe(30);
  });
});

const local = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Brussels',
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** What wall clocks in Brussels show, a minute at a time: the independent computation of office time. */
function isOpenMinute(hours: OfficeHours, instant: number): boolean {
  const part = Object.fromEntries(local.formatToParts(instant).map(({ type, value }) => [type, value]));
  const date = `${part.year}-${part.month}-${part.day}`;
  if (hours.holidays.some((holiday) => holiday.date === date)) return false;
  const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part.weekday ?? '') + 1;
  const time = `${part.hour}:${part.minute}`;
  return hours.ranges.some(({ days, from, to }) => days.includes(day) && from <= time && time < to);
}

const toTime = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
const someHours: fc.Arbitrary<OfficeHours> = fc.record({
  ranges: fc
    .tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 12, max: 23 }), fc.boolean())
    .map(([from, to, alsoSunday]) => [
      { days: alsoSunday ? [1, 2, 4, 5, 7] : [1, 3, 5], from: toTime(from), to: toTime(to) },
    ]),
  holidays: fc.constantFrom(
    [],
    [
      { date: '2026-03-30', name: '', yearly: false },
      { date: '2026-10-26', name: '', yearly: false },
    ],
  ),
  timeZone: fc.constant('Europe/Brussels'),
});

test('is what counting minute by minute gives, over both changes of the clocks', () => {
  const starts = [at('2026-03-27T12:00Z'), at('2026-10-23T12:00Z')] as const;
  const SPAN = 4 * 24 * 60;
  fc.assert(
    fc.property(
      fc.constantFrom(...starts),
      someHours,
      fc.uniqueArray(fc.integer({ min: 0, max: SPAN }), { minLength: 6, maxLength: 6 }),
      (start, hours, unsorted) => {
        const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = unsorted.toSorted((x, y) => x - y);
        const toInstant = (minute: number) => start + minute * MINUTE_MS;
        const pauses: Pause[] = [
          [toInstant(b), toInstant(c)],
          [toInstant(d), toInstant(e)],
        ];
        const isPaused = (minute: number) => (b <= minute && minute < c) || (d <= minute && minute < e);
        let slow = 0;
        for (let minute = a; minute < f; minute += 1)
          if (!isPaused(minute) && isOpenMinute(hours, toInstant(minute))) slow += 1;
        const counted = createCountedTime(hours);
        const fast = unpausedTimeBetween(counted, pauses, toInstant(a), toInstant(f));
        expect(fast).toBe(slow * MINUTE_MS);
        if (slow === 0) return;
        const dueAt = addUnpausedTime(counted, pauses, toInstant(a), slow * MINUTE_MS);
        expect(dueAt).toBeLessThanOrEqual(toInstant(f));
        expect(dueAt).toBeGreaterThan(toInstant(f) - SPAN * MINUTE_MS);
        expect(unpausedTimeBetween(counted, pauses, toInstant(a), dueAt)).toBe(slow * MINUTE_MS);
        expect(unpausedTimeBetween(counted, pauses, toInstant(a), dueAt - 1)).toBe(slow * MINUTE_MS - 1);
      },
    ),
    { numRuns: 40 },
  );
});

test('without office hours is all time but the pauses', () => {
  const counted = createCountedTime(null);
  expect(addUnpausedTime(counted, [[10, 20]], 0, HOUR_MS)).toBe(HOUR_MS + 10);
  expect(addUnpausedTime(counted, [[10, 20]], 15, 5)).toBe(25);
  expect(unpausedTimeBetween(counted, [[10, 20]], 15, 18)).toBe(0);
});
