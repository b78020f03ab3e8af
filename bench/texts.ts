import { readCareThreads } from './careThreads.ts';
import { randomRank, wordAt } from './wordRanks.ts';

/** Of so many words of a text one is made up, so that the vocabulary grows with the corpus as handles, names and numbers make it grow. */
const MADE_UP_EVERY = 10;
/** What surrounds made-up words: elisions, possessives and contractions. */
const ELISIONS = ["l'", 'l’', "d'", "qu'"] as const;
const ENDINGS = ["'s", '’s', "n't", "'ll"] as const;

/** Words in the order in which people wrote them, and which follow which. */
interface Language {
  readonly words: readonly string[];
  readonly followers: ReadonlyMap<string, readonly string[]>;
}

let language: Language | undefined;

/** A text of `length` words with the frequencies and pairs of words of real conversations, links and apostrophes included. */
export function textOf(length: number, random: () => number): string {
  const { words, followers } = getLanguage();
  let word = pick(words, random);
  const text = [];
  for (let n = 0; n < length; n += 1) {
    text.push(random() * MADE_UP_EVERY < 1 ? madeUp(random) : word);
    word = pick(followers.get(word) ?? words, random);
  }
  return text.join(' ');
}

/** What somebody types: one to three words that follow each other in real conversations, or one made-up word; the last unfinished. */
export function typedWords(random: () => number): string {
  const { words, followers } = getLanguage();
  if (random() * MADE_UP_EVERY < 1) return cut(wordAt(randomRank(random)), random);
  const typed = [pick(words, random)];
  for (let rest = Math.floor(random() * 3); rest > 0; rest -= 1) {
    typed.push(pick(followers.get(typed.at(-1) ?? '') ?? words, random));
  }
  return [...typed.slice(0, -1), cut(typed.at(-1) ?? '', random)].join(' ');
}

const cut = (word: string, random: () => number) => word.slice(0, 1 + Math.floor(random() * word.length));

function madeUp(random: () => number): string {
  const word = wordAt(randomRank(random));
  const place = random();
  if (place < 0.2) return `${pick(ELISIONS, random)}${word}`;
  return place < 0.4 ? `${word}${pick(ENDINGS, random)}` : word;
}

function getLanguage(): Language {
  language ??= readLanguage();
  return language;
}

function readLanguage(): Language {
  const texts = [...readCareThreads().values()].flat().flatMap(({ messages }) => messages);
  const sentences = texts.map(({ text }) => text.split(/\s+/).filter((word) => word !== ''));
  const followers = new Map<string, string[]>();
  for (const sentence of sentences) {
    for (const [at, word] of sentence.entries()) {
      const next = sentence[at + 1];
      const known = followers.get(word) ?? [];
      followers.set(word, known);
      if (next !== undefined) known.push(next);
    }
  }
  for (const [word, next] of followers) if (next.length === 0) followers.delete(word);
  return { words: sentences.flat(), followers };
}

function pick<T>(values: readonly T[], random: () => number): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}
