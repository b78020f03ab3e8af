import { parseMessageQuery } from '#shared/domain/messageQuery.ts';
import { parseQuery } from '#shared/findWords.ts';
import { hasMatch } from '../store/indexQuestions.ts';
import { countWords, hasWordWith } from '../store/indexWords.ts';
import type { Db } from '../store/open.ts';
import { toMatch } from './toMatch.ts';

/** Shorter words are one letter away from too many others. */
const SHORTEST = 4;
/** The alternatives of one word take about 30 ms in an index of 300,000 messages. A text with more unknown words is no misspelling. */
const MOST_UNKNOWN = 2;
const letters = 'abcdefghijklmnopqrstuvwxyz';

/**
 * What was typed with its unknown words replaced by words of the messages that differ by one letter, or by two neighbours that
 * changed places; of several the most usual. Null if no message has all of them then.
 *
 *     late pracel  ->  late parcel
 *
 * Only words of Latin letters are looked at, of four or more: about 450 alternatives for one of eight, each looked up in the index.
 * After Peter Norvig, https://norvig.com/spell-correct.html.
 */
export function correctSpelling(db: Db, typed: string): string | null {
  // A name with spaces is not made of words.
  if (/:"/.test(typed)) return null;
  const unknown = (typed.match(freeWord) ?? []).filter((word) => isUnknown(db, word));
  if (unknown.length > MOST_UNKNOWN) return null;
  const better = new Map(unknown.map((word) => [word, findSimilar(db, toWord(word))]));
  const corrected = typed.replace(freeWord, (word) => better.get(word) ?? word);
  const match = corrected === typed ? null : toMatch(parseMessageQuery(corrected));
  return match !== null && hasMatch(db, match) ? corrected : null;
}

/** A word that is no part of a handle, a tag, a contraction, a filter or an excluded word. */
const freeWord = /(?<![\p{L}\p{N}\p{M}:@#_'’-])\p{L}{4,}(?![\p{L}\p{N}\p{M}:_'’])/gu;

/** The folded form of a word that was typed; '' if it has several. */
function toWord(typed: string): string {
  const [phrase] = parseQuery(typed);
  return phrase?.words.length === 1 ? (phrase.words[0] ?? '') : '';
}

function isUnknown(db: Db, typed: string): boolean {
  const word = toWord(typed);
  return word.length >= SHORTEST && /^[a-z]+$/.test(word) && !hasWordWith(db, word);
}

function findSimilar(db: Db, word: string): string | undefined {
  const known = [...countWords(db, listAlternatives(word))];
  return known.toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

/** The words that are one change away. */
function listAlternatives(word: string): string[] {
  const splits = Array.from(
    { length: word.length + 1 },
    (_, at) => [word.slice(0, at), word.slice(at)] as const,
  );
  const all = splits.flatMap(([before, after]) => [
    ...(after === '' ? [] : [before + after.slice(1)]),
    ...(after.length < 2 ? [] : [`${before}${after[1]}${after[0]}${after.slice(2)}`]),
    ...[...letters].flatMap((letter) => [
      `${before}${letter}${after}`,
      ...(after === '' ? [] : [`${before}${letter}${after.slice(1)}`]),
    ]),
  ]);
  return [...new Set(all)].filter((alternative) => alternative !== word);
}
