import { describe, expect, test } from 'vitest';
import { readMoment } from '#renderer/ui/readMoment.ts';

/** A Friday afternoon. */
const now = new Date(2026, 10, 27, 15, 30, 20).getTime();

const at = (text: string, language: string) => {
  const moment = readMoment(text, now, language);
  if (moment === null) return null;
  const date = new Date(moment);
  return `${date.getMonth() + 1}/${date.getDate()} ${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`;
};

describe('a time in words', () => {
  test.each([
    ['en', 'tomorrow 9', '11/28 9:00'],
    ['en', 'Tomorrow', '11/28 9:00'],
    ['en', 'fri 14:00', '12/4 14:00'],
    ['en', 'monday', '11/30 9:00'],
    ['en', 'in 3 hours', '11/27 18:30'],
    ['en', 'in 2 days', '11/29 9:00'],
    ['en', 'tonight', '11/27 22:00'],
    ['en', '4 dec 10am', '12/4 10:00'],
    ['en', '2026-12-24 9:15', '12/24 9:15'],
    ['en', '17:00', '11/27 17:00'],
    ['en', '9', '11/28 9:00'],
    ['nl', 'morgen 9u', '11/28 9:00'],
    ['nl', 'vr 14u', '12/4 14:00'],
    ['nl', 'vrijdag 14u30', '12/4 14:30'],
    ['nl', 'overmorgen', '11/29 9:00'],
    ['nl', 'maandag', '11/30 9:00'],
    ['nl', 'over 3 uur', '11/27 18:30'],
    ['nl', 'tomorrow 9', '11/28 9:00'],
    ['nl', 'vanavond', '11/27 20:00'],
    ['nl', 'vanavond om 8', '11/27 20:00'],
    ['nl', 'vanavond om 20 uur', '11/27 20:00'],
    ['nl', 'morgenavond om 8 uur', '11/28 20:00'],
    ['nl', 'morgenavond 8u30', '11/28 20:30'],
    ['nl', 'overmorgenavond om 8', '11/29 20:00'],
    ['nl', 'morgenmiddag', '11/28 15:00'],
    ['nl', 'morgenmiddag om 3 uur', '11/28 15:00'],
    ['nl', 'morgenmiddag om 11 uur', '11/28 11:00'],
    ['nl', 'morgenochtend', '11/28 9:00'],
    ['nl', 'maandagochtend om 10', '11/30 10:00'],
    ['nl', 'zondagavond om 9', '11/29 21:00'],
    ['nl', 'zondag 9 uur ’s avonds', '11/29 21:00'],
    ['nl', 'om 9 uur ’s avonds', '11/27 21:00'],
    ['nl', 'maandag om 3 uur ’s middags', '11/30 15:00'],
    ['en', 'in 2 hours', '11/27 17:30'],
    ['en', 'tomorrow morning', '11/28 9:00'],
    ['en', 'tomorrow noon', '11/28 12:00'],
    ['en', 'monday afternoon', '11/30 15:00'],
    ['fr', 'demain matin', '11/28 9:00'],
    ['fr', 'demain midi', '11/28 12:00'],
    ['fr', 'lundi à midi', '11/30 12:00'],
    ['fr', 'demain après-midi', '11/28 14:00'],
    ['fr', 'ce soir à 8h', '11/27 20:00'],
    ['fr', 'lundi', '11/30 9:00'],
    ['fr', 'demain 9h', '11/28 9:00'],
    ['fr', 'après-demain', '11/29 9:00'],
    ['fr', 'vendredi 14h30', '12/4 14:30'],
    ['fr', 'semaine prochaine', '12/4 9:00'],
    ['fr', 'dans 2 jours', '11/29 9:00'],
  ])('%s: %s', (language, text, expected) => {
    expect(at(text, language)).toBe(expected);
  });

  test.each([
    ['en', ''],
    ['en', 'soon'],
    ['en', 'after tomorrow maybe'],
    ['en', 'tomorrow and monday'],
    ['en', 'today 9:00'],
    ['en', 'yesterday'],
    ['en', '2026-01-01'],
    ['nl', 'morgen misschien'],
    ['fr', 'avant demain'],
  ])('%s: “%s” is not understood or has passed', (language, text) => {
    expect(at(text, language)).toBeNull();
  });
});
