/** A sum in US dollars in the words of `language`: with cents, below a dollar with a tenth of a cent too. */
export function toDollars(usd: number, language: string, digits = usd === 0 || usd >= 0.995 ? 2 : 3): string {
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(usd);
}

/** The price of one thing in US dollars, always with three digits, so that prices can be compared. */
export function toPrice(usd: number, language: string): string {
  return toDollars(usd, language, 3);
}

/** An amount as it stands in a field: as `language` writes it, without groups, with as many digits as it has. */
export function toAmountText(amount: number, language: string): string {
  return new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 6 }).format(amount);
}

/** A sum that somebody typed, with a point or a comma; null where it is none. */
export function toAmount(text: string): number | null {
  const amount = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(amount) && amount >= 0 ? amount : null;
}
