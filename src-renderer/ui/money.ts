/** A sum in US dollars in the words of `language`: with cents, and with more digits where a sum is smaller than that. */
export function toDollars(usd: number, language: string): string {
  const digits = usd === 0 || usd >= 0.995 ? 2 : 3;
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 2,
    maximumFractionDigits: digits,
  }).format(usd);
}

/** The price of one thing in US dollars, always with three digits below a dollar, so that prices can be compared. */
export function toPrice(usd: number, language: string): string {
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 3,
    maximumFractionDigits: 3,
  }).format(usd);
}
