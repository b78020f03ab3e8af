import { withoutMark } from '#shared/domain/initials.ts';
import { tokenise, toWords } from '#shared/foldText.ts';

/** The words of a text without handles, links and the mark of an agent at its end, folded as the search folds them. */
export function toComparableWords(text: string): string[] {
  const plain = text.replace(/https?:\/\/\S+/gi, ' ').replace(/(?<!\S)@\w+/g, ' ');
  return toWords(tokenise(withoutMark(plain)));
}

/** How alike two lists of words are: 1 for the same, 0 for nothing in common. Counts pairs of neighbouring words. */
export function similarityOf(a: readonly string[], b: readonly string[]): number {
  const left = toPairs(a);
  const right = toPairs(b);
  const all = left.length + right.length;
  if (all === 0) return a.join(' ') === b.join(' ') ? 1 : 0;
  const counts = new Map<string, number>();
  for (const pair of left) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of right) {
    const count = counts.get(pair) ?? 0;
    if (count === 0) continue;
    shared += 1;
    counts.set(pair, count - 1);
  }
  return (2 * shared) / all;
}

/** From this similarity on two texts are nearly the same. */
const NEARLY_SAME = 0.85;

/** Whether two lists of words are nearly the same text. */
export const isNearlySame = (a: readonly string[], b: readonly string[]): boolean =>
  similarityOf(a, b) >= NEARLY_SAME;

/** The pairs of neighbouring words. */
export const toPairs = (words: readonly string[]): string[] =>
  words.slice(1).map((word, index) => `${words[index]} ${word}`);
