/** A sum in US dollars in the words of `language`: with cents, below a dollar with a tenth of a cent too. */
export function toDollars(usd: number, language: string): string {
  const digits = usd === 0 || usd >= 0.995 ? 2 : 3;
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
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
