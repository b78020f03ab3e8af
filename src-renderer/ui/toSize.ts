const MB = 1_000_000;

/** A number of bytes in words: in megabytes, one that would be less than a tenth of one in kilobytes. */
export function toSize(bytes: number, language: string): string {
  const [unit, value] =
    bytes < MB / 10 ? (['kilobyte', bytes / 1_000] as const) : (['megabyte', bytes / MB] as const);
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}
