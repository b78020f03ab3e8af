const KB = 1_000;
const MB = 1_000 * KB;
const GB = 1_000 * MB;

/** A number of bytes in words: in kilobytes below a tenth of a megabyte, in gigabytes from one on, else in megabytes. */
export function toSize(bytes: number, language: string): string {
  const [unit, size] = toUnit(bytes);
  const format = new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 });
  return format.format(bytes / size);
}

function toUnit(bytes: number): readonly [unit: string, size: number] {
  if (bytes < MB / 10) return ['kilobyte', KB];
  return bytes < GB ? ['megabyte', MB] : ['gigabyte', GB];
}
