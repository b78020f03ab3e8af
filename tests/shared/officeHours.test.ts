import { describe, expect, test } from 'vitest';
import { toInvalid } from '#engine/handlers/serve.ts';
import { isKnownTimeZone, listOpenMinutes, OfficeHours } from '#shared/domain/officeHours.ts';

const monday = { days: [1], from: '09:00', to: '12:30' };
const hours = { ranges: [monday], holidays: [], timeZone: null };

/** What a script reads that sends these office hours. */
function refusal(change: object): unknown {
  const sent = { ...hours, ...change };
  const parsed = OfficeHours.safeParse(sent);
  return parsed.success ? null : toInvalid(parsed.error, sent);
}

describe('office hours', () => {
  test.each([
    ['several ranges a day', { ranges: [monday, { days: [1], from: '13:30', to: '17:00' }] }],
    ['ranges that touch', { ranges: [monday, { days: [1], from: '12:30', to: '24:00' }] }],
    ['the same hours on other days', { ranges: [monday, { ...monday, days: [2, 3] }] }],
    ['no range at all', { ranges: [] }],
    ['29 February', { holidays: [{ date: '2028-02-29', yearly: true }] }],
  ])('may have %s', (_, change) => {
    expect(refusal(change)).toBeNull();
  });

  test.each([
    ['a range that ends before it begins', { ranges: [{ ...monday, to: '06:00' }] }, 'ranges.0.to'],
    ['a range without length', { ranges: [{ ...monday, to: '09:00' }] }, 'ranges.0.to'],
    ['ranges that overlap', { ranges: [monday, { days: [7, 1], from: '12:00', to: '13:00' }] }, 'ranges.1'],
    ['the same range twice', { ranges: [monday, monday] }, 'ranges.1'],
    ['a time that no clock shows', { ranges: [{ ...monday, from: '24:00' }] }, 'ranges.0.from'],
    ['a time in other words', { ranges: [{ ...monday, from: '9:00' }] }, 'ranges.0.from'],
    ['a range on no day', { ranges: [{ ...monday, days: [] }] }, 'ranges.0.days'],
    ['a day that is none', { ranges: [{ ...monday, days: [0] }] }, 'ranges.0.days.0'],
    ['a date that is none', { holidays: [{ date: '2026-02-30', yearly: false }] }, 'holidays.0.date'],
  ])('refuse %s', (_, change, path) => {
    expect(refusal(change)).toMatchObject({ code: 'invalid', path });
  });

  test.each([
    [
      { ranges: [{ ...monday, to: '06:00' }] },
      'must be later than "from", which is 09:00; for hours past midnight write two ranges, until 24:00 and from 00:00 on the next day; found "06:00"',
    ],
    [
      { ranges: [monday, { days: [1], from: '12:00', to: '13:00' }] },
      'overlaps ranges.0, 09:00 to 12:30, on day 1; join the two, or move one of them; found {"days":[1],"from":"12:00","to":"13:00"}',
    ],
    [
      { ranges: [{ ...monday, to: '25:00' }] },
      'must be a time of day as HH:MM, from 00:00 to 24:00; found "25:00"',
    ],
  ])('say what is wrong and what to do: %j', (change, reason) => {
    expect(refusal(change)).toMatchObject({ reason });
  });
});

test('what is open on a day is in order, and in minutes', () => {
  const ranges = [{ days: [1, 2], from: '13:30', to: '24:00' }, monday];
  expect(listOpenMinutes(ranges, 1)).toEqual([
    [540, 750],
    [810, 1_440],
  ]);
  expect(listOpenMinutes(ranges, 3)).toEqual([]);
});

test.each([
  ['Europe/Brussels', true],
  ['Mars/Phobos', false],
  ['', false],
])('whether the time zone "%s" is known: %j', (timeZone, isKnown) => {
  expect(isKnownTimeZone(timeZone)).toBe(isKnown);
});
