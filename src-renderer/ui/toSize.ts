const MEGABYTE = 1_000_000;
const GIGABYTE = 1_000 * MEGABYTE;

/** A number of bytes in megabytes, or in gigabytes from one on, in words. */
export function toSize(bytes: number, language: string): string {
  const [unit, size] =
    bytes < GIGABYTE ? (['megabyte', MEGABYTE] as const) : (['gigabyte', GIGABYTE] as const);
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(
    bytes / size,
  );
}
