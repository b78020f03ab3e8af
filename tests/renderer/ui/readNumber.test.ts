import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toAmountText } from '#renderer/ui/money.ts';
import { readNumber, toNumber } from '#renderer/ui/readNumber.ts';

it.each([
  ['1,000', 'en', 1_000],
  ['1.000', 'nl', 1_000],
  ['1 000', 'fr', 1_000],
  ['1\u00a0000', 'fr', 1_000],
  ['1\u202f000,5', 'fr', 1_000.5],
  ['1,5', 'nl', 1.5],
  ['1.5', 'nl', 1.5],
  ['1.5', 'en', 1.5],
  ['1,5', 'en', 1.5],
  ['1,234.5', 'en', 1_234.5],
  ['1.234,5', 'en', 1_234.5],
  ['1,234.5', 'nl', 1_234.5],
  ['1.234.567', 'en', 1_234_567],
  ['1,234,567', 'nl', 1_234_567],
  ["1'000", 'en', 1_000],
  ['0.005', 'en', 0.005],
  ['0,125', 'nl', 0.125],
  ['.5', 'en', 0.5],
  ['1.2500', 'en', 1.25],
  ['$ 50', 'en', 50],
  ['50 US$', 'fr', 50],
  ['50,25\u00a0$US', 'fr', 50.25],
  ['1\u202f000\u00a0€', 'fr', 1_000],
  ['US$ 1.000,50', 'nl', 1_000.5],
  ['1\u00a0000\u00a0000', 'fr', 1_000_000],
  ['€ 1.000,00', 'nl', 1_000],
  ['１２', 'en', 12],
  ['0', 'en', 0],
])('reads %j in %s as %d', (text, language, value) => {
  expect(toNumber(text, language)).toBe(value);
});

it.each([
  ['1.000', 'en', [1, 1_000]],
  ['12.500', 'en', [12.5, 12_500]],
  ['1,000', 'nl', [1, 1_000]],
  ['1,000', 'fr', [1, 1_000]],
])('asks what %j in %s means', (text, language, readings) => {
  expect(readNumber(text, language)).toEqual({ kind: 'ambiguous', readings });
});

it.each(['', '  ', 'much', '-1', 'Infinity', '1e3', '1,2,3', '1.23.456', '1,000.5.5', '12 34', '0x10'])(
  'finds no number in %j',
  (text) => expect(readNumber(text, 'en')).toEqual({ kind: 'none' }),
);

it.each(['en', 'nl', 'fr'])('reads what it writes in %s', (language) => {
  const amounts = fc.integer({ min: 0, max: 100_000_000_000 }).map((n) => n / 1_000_000);
  fc.assert(
    fc.property(amounts, (amount) => {
      expect(toNumber(toAmountText(amount, language), language)).toBe(amount);
    }),
  );
});

it.each(['en', 'nl', 'fr'])('reads grouped numbers and sums of Intl in %s', (language) => {
  const amounts = fc.integer({ min: 0, max: 100_000_000_000 }).map((n) => n / 100);
  const plain = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const sum = new Intl.NumberFormat(language, { style: 'currency', currency: 'USD' });
  fc.assert(
    fc.property(amounts, (amount) => {
      expect(toNumber(plain.format(amount), language)).toBe(amount);
      expect(toNumber(sum.format(amount), language)).toBe(amount);
    }),
  );
});
