import { MINUTE_MS, SECOND_MS } from '#shared/time.ts';
import { isNearlySame, toComparableWords } from '../guards/similarity.ts';

/** Between two replies of an incident. X says no figure; nobody who reads before sending is faster. */
export const APART_MS = 30 * SECOND_MS;
/** Between two in nearly the same words, which X takes for spam if they come in a row. More wordings make it faster. */
export const ALIKE_APART_MS = 3 * MINUTE_MS;

/** A reply that goes out at a time. */
export interface Planned {
  readonly at: number;
  readonly text: string;
}

/**
 * When each of `texts` goes out, in their order and beside those that are `planned` already: not before `from`, not within `APART_MS` of any
 * other, and not within `ALIKE_APART_MS` of one that is alike. Each gets the first time that is free.
 */
export function planSending(texts: readonly string[], planned: readonly Planned[], from: number): number[] {
  const taken = planned.map(({ at, text }) => ({ at, words: toComparableWords(text) }));
  return texts.map((text) => {
    const words = toComparableWords(text);
    const apart = taken.map((other) => ({ at: other.at, ms: toDistance(words, other.words) }));
    const isFree = (at: number) => apart.every((other) => Math.abs(at - other.at) >= other.ms);
    const free = [from, ...apart.map(({ at, ms }) => at + ms)].filter((at) => at >= from && isFree(at));
    const at = Math.min(...free);
    taken.push({ at, words });
    return at;
  });
}

const toDistance = (a: readonly string[], b: readonly string[]): number =>
  isNearlySame(a, b) ? ALIKE_APART_MS : APART_MS;
