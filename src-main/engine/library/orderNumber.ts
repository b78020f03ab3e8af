/** How people name the number of an order, in the languages of the library. */
const labelled = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:orders?|bestell?ing(?:en|s)?|commandes?|bestelnr|ordernr|orderno|ordernummer|bestelnummer)[\s.:#°-]*` +
    String.raw`(?:(?:number|no|nr|num|nummer|num[ée]ro|n|is|was|est|van mij|my)(?![\p{L}\p{N}])[\s.:#°-]*){0,3}` +
    String.raw`((?:[A-Z]{1,5}-?)?\d[\d-]{2,17}\d)(?![\p{L}\p{N}])`,
  'giu',
);

/**
 * The number of the order in the texts of a conversation: where a word such as "order" stands before it, or by the team's own
 * `patterns`. Null unless exactly one is known.
 */
export function findOrderNumber(texts: readonly string[], patterns: readonly RegExp[]): string | null {
  const found = new Set<string>();
  for (const text of texts) {
    const plain = text.normalize('NFKC').replace(/[\u2010-\u2015]/g, '-');
    for (const [, number] of plain.matchAll(labelled)) if (number) found.add(number.toUpperCase());
    for (const pattern of patterns) {
      for (const { 0: number } of plain.matchAll(pattern)) found.add(number.toUpperCase());
    }
  }
  const [number] = found;
  return found.size === 1 && number !== undefined ? number : null;
}
