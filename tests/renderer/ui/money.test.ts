import { expect, it } from 'vitest';
import { toAmountText, toDollars, toPrice } from '#renderer/ui/money.ts';
import { toNumber } from '#renderer/ui/readNumber.ts';

it.each([
  [21.305, 'en', '$21.31'],
  [0, 'en', '$0.00'],
  [0.005, 'en', '$0.005'],
])('writes the sum %d as %s', (usd, language, words) => {
  expect(toDollars(usd, language)).toBe(words);
});

it('writes prices with three digits, so that they can be compared', () => {
  expect([0.2, 8.33].map((usd) => toPrice(usd, 'en'))).toEqual(['$0.200', '$8.330']);
});

it.each([
  [0.001, 'en', '0.001'],
  [0.001, 'nl', '0,001'],
  [1_250.5, 'fr', '1250,5'],
])('writes %d in a field of %s as %s, which is read back as the same', (amount, language, text) => {
  expect(toAmountText(amount, language)).toBe(text);
  expect(toNumber(text, language)).toBe(amount);
});
