import { type TextToken, tokenise } from '#shared/foldText.ts';
import { blankOrdinaryNumbers } from '../personal/ordinaryNumbers.ts';
import type { Span } from './span.ts';

/** So many words in a row, with so many letters and spaces, are hardly ever the same by chance. */
const FEWEST_WORDS = 6;
const FEWEST_LETTERS = 30;

/**
 * Where a public text repeats what only the person's private messages say: a number or code of at least five signs, or six words in a
 * row. What stands in public too, or is a date, time, sum or version, does not count.
 */
export function findQuote(
  text: string,
  inPrivate: readonly string[],
  inPublic: readonly string[],
): Span | null {
  if (inPrivate.length === 0) return null;
  const words = wordsOf(text);
  const known = new Set(inPublic.flatMap((post) => codesOf(post).map(({ text: code }) => code)));
  const codes = new Set(inPrivate.flatMap((message) => codesOf(message).map(({ text: code }) => code)));
  const code = codesOf(text).find((one) => codes.has(one.text) && !known.has(one.text));
  if (code) return { start: code.start, end: code.end };
  return findRun(words, toRuns(inPrivate), toRuns(inPublic));
}

const wordsOf = (text: string): TextToken[] =>
  tokenise(text.replace(/https?:\/\/\S+|(?<!\S)@\w+/gi, (match) => ' '.repeat(match.length))).filter(
    ({ kind }) => kind === 'word',
  );

const codesOf = (text: string): TextToken[] =>
  wordsOf(blankOrdinaryNumbers(text)).filter(({ text: word }) => isCode(word));

// 48213, kx4711: no word, and no year.
const isCode = (word: string): boolean =>
  /^\d{5,}$/.test(word) || (word.length >= 6 && /\p{L}/u.test(word) && (word.match(/\d/g) ?? []).length >= 3);

function toRuns(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => runsOf(wordsOf(text)).map(({ text: run }) => run)));
}

interface Run extends Span {
  readonly text: string;
}

function runsOf(words: readonly TextToken[]): Run[] {
  return words.slice(FEWEST_WORDS - 1).map((last, index) => {
    const run = words.slice(index, index + FEWEST_WORDS);
    return { text: run.map(({ text }) => text).join(' '), start: run[0]?.start ?? 0, end: last.end };
  });
}

function findRun(
  words: readonly TextToken[],
  inPrivate: ReadonlySet<string>,
  inPublic: ReadonlySet<string>,
): Span | null {
  const quotes: Span[] = [];
  for (const { text, start, end } of runsOf(words)) {
    if (!inPrivate.has(text) || inPublic.has(text)) continue;
    const before = quotes.at(-1);
    // Runs that overlap are one quote.
    if (before && start <= before.end) quotes[quotes.length - 1] = { start: before.start, end };
    else quotes.push({ start, end });
  }
  return quotes.find(({ start, end }) => end - start >= FEWEST_LETTERS) ?? null;
}
