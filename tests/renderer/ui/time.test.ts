import { describe, expect, it } from 'vitest';
import { toClockTime, toListTime, toShortDuration, toSpokenTime } from '#renderer/ui/time.ts';

const minute = 60_000;
const now = Date.UTC(2026, 10, 16, 12);

describe('toShortDuration', () => {
  it.each([
    [10, 'en', '1m'],
    [4 * minute, 'en', '4m'],
    [-4 * minute, 'en', '4m'],
    [125 * minute, 'en', '2h'],
    [49 * 60 * minute, 'en', '2d'],
  ])('of %i ms in %s is %s', (ms, language, words) => {
    expect(toShortDuration(ms, language)).toBe(words);
  });
});

describe('toListTime', () => {
  it.each([
    [20_000, 'en', 'now'],
    [5 * minute, 'en', '5m'],
    [23 * 60 * minute, 'en', '23h'],
    [4 * 24 * 60 * minute, 'en', 'Nov 12'],
    [4 * 24 * 60 * minute, 'nl', '12 nov'],
    [400 * 24 * 60 * minute, 'en', 'Oct 12, 2025'],
  ])('of %i ms ago in %s is %s', (ago, language, words) => {
    expect(toListTime(now - ago, now, language)).toBe(words);
  });
});

describe('toSpokenTime', () => {
  it.each([
    [-20_000, 'en', 'now'],
    [-4 * minute, 'en', '4 min. ago'],
    [45_000, 'en', 'in 45 sec.'],
    [2 * minute, 'en', 'in 2 min.'],
    [-125 * minute, 'en', '2 hr. ago'],
    [-4 * minute, 'nl', '4 min. geleden'],
    [-4 * 24 * 60 * minute, 'en', 'Nov 12, 2026'],
  ])('of %i ms from now in %s is %s', (distance, language, words) => {
    expect(toSpokenTime(now + distance, now, language)).toBe(words);
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
