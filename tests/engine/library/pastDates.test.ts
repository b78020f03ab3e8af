import { describe, expect, test } from 'vitest';
import { findPastDate } from '#engine/library/pastDates.ts';

const NOW = Date.UTC(2026, 10, 28, 12);
const WRITTEN = Date.UTC(2026, 8, 1);

describe('a day that is over', () => {
  test.each([
    ['The sale runs until 24 November 2026.', '24 November 2026'],
    ['The sale runs until November 24, 2026.', 'November 24, 2026'],
    ['De actie loopt t/m 31/10/2026.', '31/10/2026'],
    ['Geldig tot en met 5 oktober.', 'tot en met 5 oktober'],
    ['Offre valable jusqu’au 5 octobre', 'jusqu’au 5 octobre'],
    ['valable jusqu’au 1er novembre 2026', '1er novembre 2026'],
    ['Order before 3rd Oct. and save', 'before 3rd Oct'],
    ['until 2026-11-01', '2026-11-01'],
    ['closed on 25.12.2025', '25.12.2025'],
  ])('is in “%s”', (text, written) => {
    expect(findPastDate(text, WRITTEN, NOW)).toBe(written);
  });

  test.each([
    ['The sale runs until 24 December.'],
    ['tot 31/12/2026'],
    ['Since 1 January 2026 returns are free.'],
    ['Depuis le 1er janvier 2026, le retour est gratuit.'],
    ['We are closed on 25 December.'],
    ['You have until 5 market days.'],
    ['Order 2026-11-012 and 10/12 points'],
    ['until 31 Foo 2020'],
    ['today, 28 November 2026'],
    ['yesterday, on 27 November 2026 at 23:59 in the last time zone'],
  ])('is not in “%s”', (text) => {
    expect(findPastDate(text, WRITTEN, NOW)).toBeNull();
  });

  test('without a year is the next one after the text was written', () => {
    const written = Date.UTC(2026, 10, 1);
    expect(findPastDate('until 5 October', written, NOW)).toBeNull();
    expect(findPastDate('until 5 October', written, Date.UTC(2027, 9, 8))).toBe('until 5 October');
  });
});
