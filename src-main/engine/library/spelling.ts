import { setImmediate } from 'node:timers/promises';
import SearchableMap from 'minisearch/SearchableMap';
import type { Clock } from '#shared/clock.ts';
import { tokenise, toWords } from '#shared/foldText.ts';
import { listCannedWords, takeIndexedCanned } from '../store/cannedIndex.ts';
import { getCanned } from '../store/cannedResponses.ts';
import type { Db } from '../store/open.ts';

/** The words of the library, for finding those that somebody may have meant. */
interface Vocabulary {
  /** The radix tree of MiniSearch: it finds all words within a distance without reading the others. */
  readonly words: SearchableMap<true>;
  /** Resolves once all words are in it. */
  readonly complete: Promise<void>;
}

/** How long a part of the build may block the engine. */
const SLICE_MS = 4;
/** Reading a word takes as long as the list of its occurrences, so that batches differ a hundredfold. */
const BATCH = { first: 4, most: 32, ms: 1 } as const;
/** The most words that one typed word is taken for. */
const MEANT = 8;

const vocabularies = new WeakMap<Db, Vocabulary>();

/**
 * For each typed word the words of the library that somebody may have meant, the likeliest first: one letter wrong from four
 * letters on, two from eight on, or two neighbours swapped. The vocabulary is built at the first call, in slices between which the
 * engine is free; words that leave the library stay in it, where they find nothing.
 */
export async function findMeant(
  db: Db,
  clock: Pick<Clock, 'elapsedMs'>,
  typed: readonly string[],
): Promise<string[][]> {
  const vocabulary = vocabularies.get(db) ?? begin(db, clock);
  await vocabulary.complete;
  for (const id of takeIndexedCanned(db)) addWords(db, vocabulary, id);
  return typed.map((word) => listMeant(vocabulary.words, word));
}

function begin(db: Db, clock: Pick<Clock, 'elapsedMs'>): Vocabulary {
  takeIndexedCanned(db);
  const words = new SearchableMap<true>();
  const complete = build(db, clock, words);
  // The next search begins again.
  complete.catch(() => vocabularies.delete(db));
  const vocabulary = { words, complete };
  vocabularies.set(db, vocabulary);
  return vocabulary;
}

async function build(db: Db, clock: Pick<Clock, 'elapsedMs'>, words: SearchableMap<true>): Promise<void> {
  let after = '';
  let size: number = BATCH.first;
  for (;;) {
    let now = clock.elapsedMs();
    const until = now + SLICE_MS;
    do {
      const next = listCannedWords(db, after, size);
      for (const word of next) words.set(word, true);
      const last = next.at(-1);
      if (last === undefined) return;
      after = last;
      const before = now;
      now = clock.elapsedMs();
      size = now - before > BATCH.ms ? BATCH.first : Math.min(size * 2, BATCH.most);
    } while (now < until);
    await setImmediate();
  }
}

function addWords(db: Db, { words }: Vocabulary, id: string): void {
  const canned = getCanned(db, id);
  const texts = [
    canned?.shortcut ?? '',
    canned?.title ?? '',
    ...(canned?.texts ?? []).map(({ text }) => text),
  ];
  for (const word of toWords(tokenise(texts.join('\n')))) words.set(word, true);
}

function listMeant(words: SearchableMap<true>, typed: string): string[] {
  const length = [...typed].length;
  if (length < 4) return [];
  const distances = new Map<string, number>();
  for (const [word, [, distance]] of words.fuzzyGet(typed, length < 8 ? 1 : 2)) distances.set(word, distance);
  for (const word of listSwapped(typed)) if (words.has(word)) distances.set(word, 1);
  distances.delete(typed);
  return [...distances]
    .toSorted(([a, m], [b, n]) => m - n || (a < b ? -1 : 1))
    .slice(0, MEANT)
    .map(([word]) => word);
}

/** The words with two neighbouring letters swapped, the commonest slip that counts as two wrong letters. */
function listSwapped(word: string): string[] {
  const letters = [...word];
  return letters.slice(1).map((letter, at) => {
    const before = letters[at] ?? '';
    return [...letters.slice(0, at), letter, before, ...letters.slice(at + 2)].join('');
  });
}
