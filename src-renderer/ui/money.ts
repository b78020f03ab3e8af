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

/** An amount for a text field: in the notation of `language`, without grouping, with all its decimals. */
export function toAmountText(amount: number, language: string): string {
  return new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 6 }).format(amount);
}

/** Parses a typed amount, with a decimal point or comma; null if it is not one. */
export function toAmount(text: string): number | null {
  const amount = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(amount) && amount >= 0 ? amount : null;
}
