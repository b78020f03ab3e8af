import type { Phrase } from '#shared/findWords.ts';
import { isOfWord } from './ruleWords.ts';

/** What has phrases. */
interface Holder<T> {
  readonly of: T;
  readonly phrases: readonly Phrase[];
}

/**
 * Returns a function that finds in one pass over a text, folded by `foldWords`, which of many have a phrase that it contains: all that
 * have, and hardly any other. It compares hashes of words and of pairs of words, so it makes no string of any word:
 *
 *     refund            ->  refund
 *     late order again  ->  late + order
 *     late ord*         ->  late
 *     ref*              ->  the first three letters of each word
 */
export function createPhraseFilter<T>(holders: readonly Holder<T>[]): (folded: string) => ReadonlySet<T> {
  const keys = new Keys(holders);
  return (folded) => {
    let found: ReadonlySet<T> = none;
    let before = 0;
    let word = 0;
    for (let at = 0; at <= folded.length; at += 1) {
      // What ends the last word.
      const code = at < folded.length ? folded.charCodeAt(at) : SPACE;
      if (isOfWord(code)) {
        word = withLetter(word, code);
        if (keys.haveBeginnings) found = keys.with(toBeginning(word), found);
      } else if (word !== 0) {
        found = keys.with(toPair(before, word), keys.with(word, found));
        before = word;
        word = 0;
      }
    }
    return found;
  };
}

const SPACE = 0x20;

const none: ReadonlySet<never> = new Set();

/** What is looked for in texts, by its hash. */
class Keys<T> {
  readonly haveBeginnings: boolean;
  readonly #byKey = new Map<number, Set<T>>();
  /** Most words of a text are no key, which a look at one byte finds out. */
  readonly #seen = new Uint8Array(BYTES);

  constructor(holders: readonly Holder<T>[]) {
    for (const { of, phrases } of holders) for (const phrase of phrases) this.#add(toKey(phrase), of);
    this.haveBeginnings = holders.some(({ phrases }) => phrases.some(isBeginning));
  }

  /** `found`, and what has this key. */
  with(key: number, found: ReadonlySet<T>): ReadonlySet<T> {
    if (this.#seen[key & (BYTES - 1)] !== 1) return found;
    const more = this.#byKey.get(key);
    if (more === undefined) return found;
    return found.size === 0 ? more : new Set([...found, ...more]);
  }

  #add(key: number, of: T): void {
    this.#byKey.set(key, (this.#byKey.get(key) ?? new Set()).add(of));
    this.#seen[key & (BYTES - 1)] = 1;
  }
}

const BYTES = 2 ** 14;

function toKey(phrase: Phrase): number {
  const [first = '', second] = phrase.words;
  if (isBeginning(phrase)) return toBeginning(hashOf(first));
  const isSecondWhole = second !== undefined && (phrase.words.length > 2 || !phrase.isPrefix);
  return isSecondWhole ? toPair(hashOf(first), hashOf(second)) : hashOf(first);
}

const isBeginning = ({ words, isPrefix }: Phrase): boolean => isPrefix && words.length === 1;

function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at += 1) hash = withLetter(hash, word.charCodeAt(at));
  return hash;
}

const withLetter = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193) | 0x40000000;
const toPair = (first: number, second: number): number => Math.imul(first, 0x9e3779b1) ^ second;
const toBeginning = (hash: number): number => ~hash;
