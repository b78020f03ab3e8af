/** So many ids are read at most, in words that are rare or in a few that are not; the longest terms first, which are rare more often. */
const MAX_READ = 4_000;

/**
 * The ids that have the most and rarest of some terms, the best first, at most `limit`. `list` lists the ids that have a term, at most
 * `ofTerm`.
 */
export function findByTerms(
  terms: readonly string[],
  list: (term: string, ofTerm: number) => readonly number[],
  { ofTerm, limit }: { readonly ofTerm: number; readonly limit: number },
): number[] {
  const weights = new Map<number, number>();
  let read = 0;
  for (const term of terms.toSorted((a, b) => b.length - a.length)) {
    if (read >= MAX_READ) break;
    const ids = list(term, ofTerm);
    read += ids.length;
    const weight = Math.log(1 + ofTerm / (ids.length + 1));
    for (const id of ids) weights.set(id, (weights.get(id) ?? 0) + weight);
  }
  const best = [...weights].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return best.slice(0, limit).map(([id]) => id);
}
