import { readNumber } from './readNumber.ts';

/** A sum in US dollars, formatted for `language`: with cents, below a dollar with tenths of a cent. */
export function toDollars(usd: number, language: string, digits = usd === 0 || usd >= 0.995 ? 2 : 3): string {
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(usd);
}

/** A unit price in US dollars, always with three decimals, so that prices can be compared. */
export function toPrice(usd: number, language: string): string {
  return toDollars(usd, language, 3);
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
