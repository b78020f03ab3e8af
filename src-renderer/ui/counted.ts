/** A number for a sentence of the catalogue: `count` chooses its form, `formatted` stands in it. */
export function counted(
  count: number,
  language: string,
): { readonly count: number; readonly formatted: string } {
  return { count, formatted: new Intl.NumberFormat(language).format(count) };
}
