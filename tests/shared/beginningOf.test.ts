import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginningOf } from '#shared/beginningOf.ts';

const family = '👩\u200d👩\u200d👧\u200d👦';

test.each([
  ['short', 5, 'short'],
  ['longer', 3, 'lon'],
  ['👍👍👍', 2, '👍👍'],
  [`ab${family}`, 8, 'ab'],
  [`ab${family}`, 9, `ab${family}`],
  ['abcde\u0301f', 5, 'abcd'],
  ['🇧🇪🇳🇱🇫🇷', 3, '🇧🇪'],
  [`Z${'\u0301'.repeat(50)}`, 10, `Z${'\u0301'.repeat(9)}`],
  [`ab${'\u0301'.repeat(90)}`, 60, `ab${'\u0301'.repeat(58)}`],
  ['', 3, ''],
])('of %j with at most %i is %j', (text, limit, beginning) => {
  expect(beginningOf(text, limit)).toBe(beginning);
});

test('is a beginning that is short enough and splits no pair, of any text', () => {
  const anyText = fc.string({ unit: 'grapheme', maxLength: 60 });
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 40 }), (text, limit) => {
      const beginning = beginningOf(text, limit);
      expect(text.startsWith(beginning)).toBe(true);
      expect([...beginning].length).toBeLessThanOrEqual(limit);
      expect(/\p{Surrogate}/u.test(beginning)).toBe(false);
    }),
  );
});
