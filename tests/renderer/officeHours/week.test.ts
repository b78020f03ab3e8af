import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDay, toDayText } from '#renderer/officeHours/readDay.ts';
import { toRanges, toWeek } from '#renderer/officeHours/week.ts';
import { listWeekdays } from '#renderer/officeHours/weekdays.ts';
import { findProblem, listOpenMinutes, type OpeningRange } from '#shared/domain/officeHours.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7];

describe('the hours of a day', () => {
  test.each([
    ['', ''],
    ['9-17', '09:00–17:00'],
    ['9-12:30, 13:30-17', '09:00–12:30, 13:30–17:00'],
    ['13:30–17:00; 9:00–12:30', '09:00–12:30, 13:30–17:00'],
    ['9am to 5:30pm', '09:00–17:30'],
    ['9-5 p.m.', '09:00–17:00'],
    ['5-9 pm', '17:00–21:00'],
    ['9-5', '09:00–17:00'],
    ['12 am - 12 pm', '00:00–12:00'],
    ['9u tot 12u30 en 13.30 - 17u', '09:00–12:30, 13:30–17:00'],
    ['9h à 12h30 et 14h–18h', '09:00–12:30, 14:00–18:00'],
    ['22-6', '22:00–06:00'],
    ['08:00–02:00', '08:00–02:00'],
    ['0-24', '00:00–24:00'],
  ])('"%s" reads %s', (text, shown) => {
    expect(readDay(text) && toDayText(readDay(text) ?? [])).toBe(shown);
  });

  test.each(['9', 'nine to five', '9-', '9-12-15', '25-26', '9:60-10', '13pm-14', '24-3', '9-12,,'])(
    '"%s" is not understood',
    (text) => {
      expect(readDay(text)).toBeNull();
    },
  );
});

const textsOf = (ranges: readonly OpeningRange[]) => {
  const week = toWeek(ranges);
  return everyDay.map((day) => toDayText(week.get(day) ?? []));
};

describe('a week', () => {
  test('puts days with the same hours together, and hours past midnight into two ranges', () => {
    const night = { from: 22 * 60, to: 30 * 60 };
    const ranges = toRanges(new Map([1, 7].map((day) => [day, [night]])));
    expect(ranges).toEqual([
      { days: [1, 7], from: '22:00', to: '24:00' },
      { days: [1, 2], from: '00:00', to: '06:00' },
    ]);
    expect(textsOf(ranges)).toEqual(['22:00–06:00', '', '', '', '', '', '22:00–06:00']);
  });

  test('that is open around the clock stays seven whole days', () => {
    const ranges = [{ days: everyDay, from: '00:00', to: '24:00' }];
    expect(textsOf(ranges)).toEqual(Array(7).fill('00:00–24:00'));
  });

  const someRange = fc
    .tuple(
      fc.integer({ min: 0, max: 24 }),
      fc.integer({ min: 0, max: 24 }),
      fc.subarray(everyDay, { minLength: 1 }),
    )
    .filter(([from, to]) => from < to)
    .map(([from, to, days]) => {
      const toText = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
      return { days, from: toText(from), to: toText(to) };
    });

  test('is the same after it was shown, read and stored', () => {
    fc.assert(
      fc.property(fc.array(someRange, { maxLength: 5 }), (ranges) => {
        fc.pre(findProblem(ranges) === null);
        const read = new Map(textsOf(ranges).map((text, at) => [at + 1, readDay(text) ?? []]));
        const stored = toRanges(read);
        expect(findProblem(stored)).toBeNull();
        for (const day of everyDay)
          expect(listOpenMinutes(stored, day)).toEqual(listOpenMinutes(ranges, day));
      }),
    );
  });
});

test.each([
  ['en', 'en-US', 7],
  ['en', 'en-GB', 1],
  ['nl', 'nl-BE', 1],
  ['fr', 'fr-FR', 1],
  ['fr', 'en-US', 1],
])('in %s on a system in %s the week begins with day %i', (language, system, first) => {
  expect(listWeekdays(language, system)[0]).toBe(first);
});
