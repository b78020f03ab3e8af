import { expect, it } from 'vitest';
import { toAmountText, toDollars, toPrice } from '#renderer/ui/money.ts';
import { toNumber } from '#renderer/ui/readNumber.ts';

it.each([
  [21.305, 'en', '$21.31'],
  [0.792, 'en', '$0.79'],
  [0.005, 'en', '$0.01'],
  [0.0049, 'en', '<\u00a0$0.01'],
  [0, 'en', '$0.00'],
  [1250.5, 'nl', '$\u00a01.250,50'],
  [0.001, 'nl', '<\u00a0$\u00a00,01'],
  [0.001, 'fr', '<\u00a00,01\u00a0$'],
])('writes the sum %d in %s as %s', (usd, language, words) => {
  expect(toDollars(usd, language)).toBe(words);
});

it.each([
  [0.2, 'en', '$0.20'],
  [0.005, 'en', '$0.005'],
  [0.015, 'fr', '0,015\u00a0$'],
  [0.1 + 0.2, 'en', '$0.30'],
])('writes the price %d in %s exactly, as %s', (usd, language, words) => {
  expect(toPrice(usd, language)).toBe(words);
});

it.each([
  [0.001, 'en', '0.001'],
  [0.001, 'nl', '0,001'],
  [1_250.5, 'fr', '1250,5'],
])('writes %d in a field of %s as %s, which is read back as the same', (amount, language, text) => {
  expect(toAmountText(amount, language)).toBe(text);
  expect(toNumber(text, language)).toBe(amount);
});
