import { tokenise, toWords } from '#shared/foldText.ts';
import type { SentimentWords } from './words/sentimentWords.ts';

/** What an entry does to the sentiment of a text; see `SentimentWords`. */
export type Role =
  | 'feeling'
  | 'harmless'
  | 'expected'
  | 'negator'
  | 'ending'
  | 'booster'
  | 'softener'
  | 'turn'
  | 'thanks'
  | 'request';

export interface Entry {
  /** Folded as the search does it. */
  readonly words: readonly string[];
  /** The last word is the beginning of a longer one. */
  readonly isPrefix: boolean;
  readonly role: Role;
  /** Above 0 for praise, below 0 for blame. */
  readonly weight: number;
}

/** The entries of a language, by their first word, longest first; those of a word that is a mere beginning under its first letters. */
export interface Lexicon {
  readonly byWord: ReadonlyMap<string, readonly Entry[]>;
  readonly byBeginning: ReadonlyMap<string, readonly Entry[]>;
}

/** So many letters at least has the beginning of a word. */
const BEGINNING = 3;

const weights = { strong: 3, plain: 2, weak: 0.7 } as const;
/** That something cannot be done is mostly a complaint. */
const INABILITY = -1.2;

export function toLexicon(words: SentimentWords): Lexicon {
  const { positive, negative } = words;
  const entries = [
    ...(['strong', 'plain', 'weak'] as const).flatMap((strength) => [
      ...toEntries(positive[strength], 'feeling', weights[strength]),
      ...toEntries(negative[strength], 'feeling', -weights[strength]),
    ]),
    ...toEntries(words.inabilities, 'negator', INABILITY),
    ...toEntries(words.harmless, 'harmless'),
    ...toEntries(words.negators, 'negator'),
    ...toEntries(words.endings, 'ending'),
    ...toEntries(words.thanks, 'thanks'),
    ...toEntries(words.requests, 'request'),
    ...toEntries(words.turns, 'turn'),
    ...toEntries(words.boosters, 'booster'),
    ...toEntries(words.softeners, 'softener'),
    ...toEntries(words.expected, 'expected'),
  ].toSorted((a, b) => b.words.length - a.words.length || Number(a.isPrefix) - Number(b.isPrefix));
  const [byWord, byBeginning] = [new Map<string, Entry[]>(), new Map<string, Entry[]>()];
  for (const entry of entries) {
    const [first = ''] = entry.words;
    if (entry.isPrefix && entry.words.length === 1) add(byBeginning, first.slice(0, BEGINNING), entry);
    else add(byWord, first, entry);
  }
  return { byWord, byBeginning };
}

function add(entries: Map<string, Entry[]>, key: string, entry: Entry): void {
  const known = entries.get(key);
  if (known) known.push(entry);
  else entries.set(key, [entry]);
}

function toEntries(list: string, role: Role, weight = 0): Entry[] {
  return list.split(',').flatMap((text): Entry[] => {
    const words = toWords(tokenise(text));
    return words.length === 0 ? [] : [{ words, isPrefix: text.trim().endsWith('*'), role, weight }];
  });
}

/** The longest entry that begins with a word, as `wordAt` gives the words from it on. */
export function findEntry(
  { byWord, byBeginning }: Lexicon,
  wordAt: (n: number) => string | undefined,
): Entry | null {
  const first = wordAt(0);
  if (first === undefined) return null;
  const fits = ({ words, isPrefix }: Entry) =>
    words.every((word, n) => {
      const found = wordAt(n);
      return found === word || (isPrefix && n === words.length - 1 && found?.startsWith(word) === true);
    });
  return byWord.get(first)?.find(fits) ?? byBeginning.get(first.slice(0, BEGINNING))?.find(fits) ?? null;
}
