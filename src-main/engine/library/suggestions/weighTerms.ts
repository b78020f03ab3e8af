/** What is read at most: ids with each term, and ids with all of them together; and how many are returned. */
interface Limits {
  readonly ofTerm: number;
  readonly read: number;
  readonly limit: number;
}

/**
 * The ids that have the most and rarest of some terms, the best first. `list` lists the ids that have a term, at most `ofTerm`. The
 * longest terms are read first, which are rare more often.
 */
export function findByTerms(
  terms: readonly string[],
  list: (term: string, ofTerm: number) => readonly number[],
  limits: Limits,
): number[] {
  const { ofTerm, limit } = limits;
  const places = new Map<number, number>();
  // Numbers in a map would each be an object of their own.
  const weights = new Float64Array(limits.read + ofTerm);
  let read = 0;
  for (const term of terms.toSorted((a, b) => b.length - a.length)) {
    if (read >= limits.read) break;
    const found = list(term, ofTerm);
    read += found.length;
    const weight = Math.log(1 + ofTerm / (found.length + 1));
    for (const id of found) {
      const place = places.get(id) ?? places.size;
      if (place === places.size) places.set(id, place);
      weights[place] = (weights[place] ?? 0) + weight;
    }
  }
  return pickBest([...places.keys()], weights.subarray(0, places.size), limit);
}

/** The ids with the greatest weights, of equal ones the greater id first. */
function pickBest(ids: readonly number[], weights: Float64Array, limit: number): number[] {
  // Typed arrays sort several times as fast, and most ids are not among the best.
  const least = weights.slice().sort().at(-limit) ?? 0;
  const best: { readonly id: number; readonly weight: number }[] = [];
  for (const [place, id] of ids.entries()) {
    const weight = weights[place] ?? 0;
    if (weight >= least) best.push({ id, weight });
  }
  best.sort((a, b) => b.weight - a.weight || b.id - a.id);
  return best.slice(0, limit).map(({ id }) => id);
}
