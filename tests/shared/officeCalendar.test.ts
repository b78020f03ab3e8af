import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '#shared/domain/officeCalendar.ts';
import type { OfficeHours } from '#shared/domain/officeHours.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { localTime } from '../support/localTime.ts';

const brussels = 'Europe/Brussels';
const week = [1, 2, 3, 4, 5, 6, 7];
const nineToFive = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' };

function calendarOf(change: Partial<OfficeHours> = {}) {
  return createCalendar({ ranges: [nineToFive], holidays: [], timeZone: brussels, ...change });
}

/** What clocks at the office show when `minutes` of office time have passed since they showed `since`. */
function dueAfter(since: string, minutes: number, change: Partial<OfficeHours> = {}): string {
  const timeZone = change.timeZone ?? brussels;
  const at = calendarOf(change).addOpenTime(localTime(timeZone, since), minutes * MINUTE_MS);
  return new Date(at).toLocaleString('sv-SE', { timeZone }).replace(' ', 'T');
}

describe('office time', () => {
  // The examples of Sparkcentral and Zammad, whose hours are 9 to 17.
  test.each([
    ['a message from before the office opens', '2026-11-23T08:00:00', 20, '2026-11-23T09:20:00'],
    ['a message within office hours', '2026-11-23T11:02:00', 28, '2026-11-23T11:30:00'],
    ['16 hours, which are two days', '2026-11-23T09:00:00', 16 * 60, '2026-11-24T17:00:00'],
    ['a message from shortly before closing', '2026-11-23T16:50:00', 60, '2026-11-24T09:50:00'],
    ['a target that ends with the day', '2026-11-23T16:00:00', 60, '2026-11-23T17:00:00'],
    ['a weekend', '2026-11-27T16:30:00', 60, '2026-11-30T09:30:00'],
    ['a message at the moment of closing', '2026-11-23T17:00:00', 1, '2026-11-24T09:01:00'],
  ])('counts %s', (_, since, minutes, due) => {
    expect(dueAfter(since, minutes)).toBe(due);
  });

  test('leaves out a break', () => {
    const ranges = [
      { days: week, from: '13:30', to: '17:00' },
      { days: week, from: '09:00', to: '12:30' },
    ];
    expect(dueAfter('2026-11-23T12:00:00', 60, { ranges })).toBe('2026-11-23T14:00:00');
  });

  test('goes on past midnight', () => {
    const ranges = [
      { days: [5], from: '22:00', to: '24:00' },
      { days: [6], from: '00:00', to: '06:00' },
    ];
    expect(dueAfter('2026-11-27T23:30:00', 60, { ranges })).toBe('2026-11-28T00:30:00');
    expect(dueAfter('2026-11-28T05:30:00', 60, { ranges })).toBe('2026-12-04T22:30:00');
  });

  test('is all time where there are no hours', () => {
    expect(dueAfter('2026-11-28T03:00:00', 60, { ranges: [] })).toBe('2026-11-28T04:00:00');
    const holidays = [{ date: '2026-11-28', yearly: false }];
    expect(dueAfter('2026-11-28T03:00:00', 60, { ranges: [], holidays })).toBe('2026-11-29T01:00:00');
  });

  test.each([
    ['Europe/Brussels', 'Pacific/Auckland', '2026-11-23T09:30:00', '2026-11-24T10:30:00'],
    ['Asia/Kolkata', 'Asia/Kolkata', '2026-11-23T08:00:00', '2026-11-23T10:00:00'],
  ])('is that of its time zone: %s', (timeZone, writer, since, due) => {
    const at = calendarOf({ timeZone }).addOpenTime(localTime(writer, since), HOUR_MS);
    // In Auckland it is 21:30 of the day before in Brussels, so that the next morning counts.
    expect(at).toBe(
      timeZone === brussels ? localTime(brussels, '2026-11-23T10:00:00') : localTime(writer, due),
    );
  });
});

describe('holidays', () => {
  test('do not count, whether once or every year', () => {
    const holidays = [
      { date: '2025-12-25', yearly: true },
      { date: '2026-12-28', yearly: false },
    ];
    expect(dueAfter('2026-12-24T16:30:00', 60, { holidays })).toBe('2026-12-29T09:30:00');
    expect(dueAfter('2027-12-24T16:30:00', 60, { holidays })).toBe('2027-12-27T09:30:00');
  });

  test('on 29 February come in leap years only', () => {
    const holidays = [{ date: '2024-02-29', yearly: true }];
    expect(dueAfter('2028-02-28T16:30:00', 60, { holidays })).toBe('2028-03-01T09:30:00');
    expect(dueAfter('2027-02-26T16:30:00', 60, { holidays })).toBe('2027-03-01T09:30:00');
  });

  test('of a whole week move the due time behind it', () => {
    const holidays = Array.from({ length: 7 }, (_, n) => ({ date: `2026-12-${14 + n}`, yearly: false }));
    expect(dueAfter('2026-12-13T12:00:00', 60, { holidays })).toBe('2026-12-21T10:00:00');
  });

  test('that never end do not hide a customer: the clock counts', () => {
    const days = Array.from({ length: 366 }, (_, n) => new Date(Date.UTC(2024, 0, 1 + n)));
    const holidays = days.map((day) => ({ date: day.toISOString().slice(0, 10), yearly: true }));
    expect(dueAfter('2026-11-23T10:00:00', 60, { holidays })).toBe('2026-11-23T11:00:00');
  });
});

describe('on the day on which clocks change', () => {
  const ranges = [{ days: week, from: '00:00', to: '24:00' }];
  test.each([
    ['Europe/Brussels', '2026-03-28T12:00:00', 23],
    ['Europe/Brussels', '2026-10-24T12:00:00', 25],
    ['America/New_York', '2026-03-07T12:00:00', 23],
    ['America/New_York', '2026-10-31T12:00:00', 25],
    ['Australia/Lord_Howe', '2026-10-03T12:00:00', 23.5],
    ['Africa/Cairo', '2026-04-23T12:00:00', 23],
    ['America/Havana', '2026-10-31T12:00:00', 25],
  ])('in %s, from noon on %s, the next noon is %f hours away', (timeZone, since, hours) => {
    const due = dueAfter(since, hours * 60, { ranges, timeZone });
    expect(due.slice(11)).toBe('12:00:00');
  });

  const nights = [
    { days: [6], from: '22:00', to: '24:00' },
    { days: [7], from: '00:00', to: '06:00' },
  ];
  test.each([
    ['forward', '2026-03-28T22:00:00', 7],
    ['back', '2026-10-24T22:00:00', 9],
  ])('a night shift is as long as it was, clocks going %s', (_, since, hours) => {
    expect(dueAfter(since, hours * 60, { ranges: nights }).slice(11)).toBe('06:00:00');
  });

  test.each([
    ['a skipped time lies as far behind the change', '02:30', '2026-03-28T12:00:00', '2026-03-29T03:31:00'],
    ['a time that comes twice counts from its first', '02:30', '2026-10-24T12:00:00', '2026-10-25T02:31:00'],
  ])('%s', (_, from, since, due) => {
    const early = [{ days: [7], from, to: '06:00' }];
    expect(dueAfter(since, 1, { ranges: early })).toBe(due);
  });
});

test('a day that a time zone skips has no office hours', () => {
  const ranges = [{ days: week, from: '09:00', to: '17:00' }];
  // Samoa went from Thursday 29 to Saturday 31 December 2011.
  expect(dueAfter('2011-12-29T16:00:00', 120, { ranges, timeZone: 'Pacific/Apia' })).toBe(
    '2011-12-31T10:00:00',
  );
});

test('a time zone that is not known here leaves the hours in that of the computer', () => {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const monday = localTime(own, '2026-11-23T08:00:00');
  const due = calendarOf({ timeZone: 'Mars/Phobos' }).addOpenTime(monday, HOUR_MS);
  expect(due).toBe(localTime(own, '2026-11-23T10:00:00'));
});

const minuteOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const someRange = fc
  .tuple(
    fc.integer({ min: 0, max: 1_439 }),
    fc.integer({ min: 1, max: 1_440 }),
    fc.subarray(week, { minLength: 1 }),
  )
  .filter(([from, to]) => from + 30 <= to)
  .map(([from, to, days]) => ({ days, from: minuteOf(from), to: minuteOf(to) }));
const someInstant = fc.integer({
  min: Date.UTC(2026, 0, 1) / MINUTE_MS,
  max: Date.UTC(2027, 0, 1) / MINUTE_MS,
});

test('counts exactly the minutes in which the office is open', () => {
  const zones = ['UTC', brussels, 'America/St_Johns', 'Australia/Lord_Howe', 'America/Havana'];
  fc.assert(
    fc.property(
      someRange,
      fc.constantFrom(...zones),
      someInstant,
      fc.integer({ min: 1, max: 600 }),
      (...drawn) => {
        const [range, timeZone, instant, minutes] = drawn;
        const calendar = calendarOf({ ranges: [range], timeZone });
        const since = instant * MINUTE_MS;
        const due = calendar.addOpenTime(since, minutes * MINUTE_MS);
        fc.pre(due - since < 9 * DAY_MS);
        let counted = 0;
        for (let at = since; at < due; at += MINUTE_MS) if (calendar.isOpen(at)) counted += 1;
        expect(counted).toBe(minutes);
      },
    ),
    { numRuns: 40 },
  );
});

describe('office time that has passed', () => {
  const hoursBetween = (since: string, until: string, change: Partial<OfficeHours> = {}) =>
    calendarOf(change).openTimeBetween(localTime(brussels, since), localTime(brussels, until)) / HOUR_MS;

  test.each([
    ['within a day', '2026-11-23T11:00:00', '2026-11-23T13:30:00', 2.5],
    ['over a night', '2026-11-23T16:00:00', '2026-11-24T10:00:00', 2],
    ['over a weekend', '2026-11-27T16:30:00', '2026-11-30T09:30:00', 1],
    ['at night alone', '2026-11-23T18:00:00', '2026-11-24T08:00:00', 0],
    ['backwards', '2026-11-24T10:00:00', '2026-11-23T10:00:00', 0],
  ])('is counted %s', (_, since, until, hours) => {
    expect(hoursBetween(since, until)).toBe(hours);
  });

  test('is all time where the office never opens, as for due times', () => {
    const holidays = Array.from({ length: 400 }, (_, day) => ({
      date: new Date(Date.UTC(2026, 10, 23) + day * DAY_MS).toISOString().slice(0, 10),
      yearly: false,
    }));
    expect(hoursBetween('2026-11-23T11:00:00', '2026-11-24T11:00:00', { holidays })).toBe(24);
  });

  test('is what a due time has added', () => {
    const calendar = calendarOf();
    const start = localTime(brussels, '2026-10-19T00:00:00');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 1, max: 10_000 }), (at, minutes) => {
        const since = start + at * MINUTE_MS;
        const due = calendar.addOpenTime(since, minutes * MINUTE_MS);
        expect(calendar.openTimeBetween(since, due)).toBe(minutes * MINUTE_MS);
      }),
    );
  });
});
