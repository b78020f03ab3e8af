import { expect, test } from 'vitest';
import { timeZoneOf } from '#engine/surveys/etiquette/timeZoneOf.ts';
import { isKnownTimeZone } from '#shared/domain/officeHours.ts';

test.each([
  ['Gent', 'Europe/Brussels'],
  ['Ghent, Belgium 🇧🇪', 'Europe/Brussels'],
  ['Liège | Belgique', 'Europe/Brussels'],
  ['New York, NY', 'America/New_York'],
  ['Québec, Canada', 'America/New_York'],
  ['Tokyo', 'Asia/Tokyo'],
])('%s is in %s', (location, zone) => {
  expect(timeZoneOf(location)).toBe(zone);
  expect(isKnownTimeZone(zone)).toBe(true);
});

test.each([[null], [''], ['everywhere'], ['USA'], ['London / New York'], ['my own little world']])(
  '%s says nothing certain',
  (location) => {
    expect(timeZoneOf(location)).toBeNull();
  },
);
