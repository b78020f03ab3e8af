import { describe, expect, it } from 'vitest';
import {
  toClockTime,
  toCountdown,
  toListTime,
  toShortDuration,
  toSpokenTime,
  toTimeRange,
} from '#renderer/ui/time.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = Date.UTC(2026, 10, 16, 12);

it('toCountdown counts seconds only while they are worth counting', () => {
  const words = (seconds: number) => toCountdown(seconds, 'en').replace('\u00a0', ' ');
  expect([3, 119, 120, 3_428, 7_200].map(words)).toEqual(['3 s', '119 s', '2 min', '57 min', '2 h']);
});

describe('toShortDuration', () => {
  it.each([
    [10, 'en', '1 min'],
    [4 * minute, 'en', '4 min'],
    [-4 * minute, 'en', '4 min'],
    [125 * minute, 'en', '2 h'],
    [49 * hour, 'en', '2 d'],
    [55 * minute, 'nl', '55 min'],
    [125 * minute, 'nl', '2 u'],
    [49 * hour, 'nl', '2 d'],
    [55 * minute, 'fr', '55 min'],
    [125 * minute, 'fr', '2 h'],
    [49 * hour, 'fr', '2 j'],
  ])('of %i ms in %s is %s', (ms, language, words) => {
    expect(toShortDuration(ms, language)).toBe(words.replace(' ', '\u00a0'));
  });
});

describe('toListTime', () => {
  it.each([
    [20_000, 'en', 'now'],
    [5 * minute, 'en', '5 min'],
    [23 * hour, 'en', '23 h'],
    [4 * day, 'en', 'Nov 12'],
    [20_000, 'nl', 'nu'],
    [4 * day, 'nl', '12 nov'],
    [400 * day, 'en', 'Oct 12, 2025'],
  ])('of %i ms ago in %s is %s', (ago, language, words) => {
    expect(toListTime(now - ago, now, language).replace('\u00a0', ' ')).toBe(words);
  });
});

describe('toSpokenTime', () => {
  it.each([
    [-20_000, 'en', 'just now'],
    [-4 * minute, 'en', '4 min ago'],
    [45_000, 'en', 'in 45 s'],
    [2 * minute, 'en', 'in 2 min'],
    [-125 * minute, 'en', '2 h ago'],
    [-20_000, 'nl', 'zojuist'],
    [-4 * minute, 'nl', '4 min geleden'],
    [45_000, 'nl', 'over 45 s'],
    [-20_000, 'fr', 'à l’instant'],
    [-125 * minute, 'fr', 'il y a 2 h'],
    [2 * minute, 'fr', 'dans 2 min'],
    [-4 * day, 'en', 'Nov 12, 2026'],
  ])('of %i ms from now in %s is %s', (distance, language, words) => {
    expect(toSpokenTime(now + distance, now, language).replace('\u00a0', ' ')).toBe(words);
  });
});

describe('toClockTime', () => {
  const early = new Date(2026, 10, 16, 4, 36).getTime();
  const late = new Date(2026, 10, 16, 16, 36).getTime();

  it.each([
    ['en', 'en-US', '4:36 AM', '4:36 PM'],
    ['en', 'en-GB', '04:36', '16:36'],
    ['en', 'en', '04:36', '16:36'],
    ['en', 'nl-BE', '04:36', '16:36'],
    ['nl', 'en-US', '04:36', '16:36'],
    ['fr', 'fr-CA', '04 h 36', '16 h 36'],
  ])('in %s on a system in %s writes %s and %s', (language, system, morning, afternoon) => {
    const written = [early, late].map((at) => toClockTime(at, language, system).replace(/\s/g, ' '));
    expect(written).toEqual([morning, afternoon]);
  });
});

describe('toTimeRange', () => {
  const at = new Date(2026, 10, 27, 5, 45).getTime();
  it.each([
    ['en', 0, 'Nov 27, 5:45 AM'],
    ['en', minute, 'Nov 27, 5:45 – 5:46 AM'],
    ['nl', 0, '27 nov, 05:45'],
    ['nl', minute, '27 nov, 05:45–05:46'],
    ['fr', minute, '27 nov., 05:45 – 05:46'],
  ])('in %s over %i ms writes times in one format: %s', (language, ms, words) => {
    expect(toTimeRange(at, at + ms, language).replaceAll(/[\u2009\u202f\u00a0]/g, ' ')).toBe(words);
  });
});
