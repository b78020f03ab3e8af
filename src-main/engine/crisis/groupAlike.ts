import { tokenise, toWords } from '#shared/foldText.ts';
import { toPairs } from '../guards/similarity.ts';

/*
 * Near-identical texts. A text is the set of its folded words and of the pairs of neighbouring words; two are alike by the share of these
 * that they have in common (Jaccard index over 1- and 2-shingles; Broder, 1997: https://doi.org/10.1109/SEQUEN.1997.666900).
 */

/** From this share on two texts say the same; chosen on the pairs of tests/engine/crisis/alikePairs.ts. */
export const ALIKE = 0.4;

/**
 * The words and pairs of a text, without links, handles and the `RT` of an old retweet; empty for one of emoji or links alone. Words that are
 * written with a hashtag count as words.
 */
export function toShingles(text: string): ReadonlySet<string> {
  const plain = text
    .replace(/^\s*RT\s+@\w+:?/i, ' ')
    .replace(/https?:\/\/\S+/gi, ' ')
    .replace(/(?<!\S)\.?@\w+:?/g, ' ');
  const words = toWords(tokenise(plain)).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return new Set([...words, ...toPairs(words)]);
}

/** The share of what two sets have in common, from 0 to 1; 0 for empty ones. */
export function toLikeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const one of a) if (b.has(one)) shared += 1;
  return toShare(shared, a, b);
}

function toShare(shared: number, a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

/**
 * Groups texts that say the same: each joins the group whose first text it is most like, or begins one. Returns the positions in the order
 * of the texts, the largest group first, groups of one included; texts without words are in none. So a chain of small changes does not
 * bring texts together that have little in common.
 */
export function groupAlike(texts: readonly string[]): number[][] {
  const groups: { readonly first: ReadonlySet<string>; readonly members: number[] }[] = [];
  // Which groups begin with a text that has a shingle: all others have nothing in common with a text that has it.
  const having = new Map<string, number[]>();
  for (const [at, text] of texts.entries()) {
    const shingles = toShingles(text);
    if (shingles.size === 0) continue;
    const best = findMostAlike(shingles, groups, having);
    if (best) {
      best.members.push(at);
      continue;
    }
    for (const shingle of shingles) having.set(shingle, [...(having.get(shingle) ?? []), groups.length]);
    groups.push({ first: shingles, members: [at] });
  }
  return groups.map(({ members }) => members).toSorted((a, b) => b.length - a.length);
}

function findMostAlike<G extends { readonly first: ReadonlySet<string> }>(
  shingles: ReadonlySet<string>,
  groups: readonly G[],
  having: ReadonlyMap<string, readonly number[]>,
): G | null {
  const shared = new Map<number, number>();
  for (const shingle of shingles)
    for (const group of having.get(shingle) ?? []) shared.set(group, (shared.get(group) ?? 0) + 1);
  let best: G | null = null;
  let likeness = ALIKE;
  for (const [at, count] of shared) {
    const group = groups[at];
    if (!group) continue;
    const found = toShare(count, shingles, group.first);
    if (found < likeness || (found === likeness && best)) continue;
    best = group;
    likeness = found;
  }
  return best;
}
