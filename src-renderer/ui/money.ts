import { readNumber } from './readNumber.ts';

/** Less than this is no whole cent, not even rounded. */
export const TINY_USD = 0.005;

/** A sum in US dollars in the money format of `language`, with cents; what is less than a cent is “< $0.01”. */
export function toDollars(usd: number, language: string): string {
  const isTiny = usd > 0 && usd < TINY_USD;
  return isTiny ? `<\u00a0${toMoney(0.01, language, 2)}` : toMoney(usd, language, 2);
}

/** A unit price in US dollars: with cents, and exact where it has fractions of them. */
export function toPrice(usd: number, language: string): string {
  return toMoney(usd, language, 4);
}

function toMoney(usd: number, language: string, maximumFractionDigits: number): string {
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 2,
    maximumFractionDigits,
  }).format(usd);
}

/**
 * An amount for a text field: in the notation of `language`, without grouping, with all its decimals, and so that `readNumber` finds
 * it unambiguous: three decimals could be a group, so they get a fourth.
 */
export function toAmountText(amount: number, language: string): string {
  const toText = (minimumFractionDigits: number) =>
    new Intl.NumberFormat(language, {
      useGrouping: false,
      minimumFractionDigits,
      maximumFractionDigits: 6,
    }).format(amount);
  const text = toText(0);
  return readNumber(text, language).kind === 'ambiguous' ? toText(4) : text;
}
