import { type TextToken, tokeniseQuery, toWords } from './foldText.ts';
import { quotes } from './quotes.ts';

/** Words that must occur next to each other; most phrases are a single word. */
export interface Phrase {
  readonly words: readonly string[];
  /** The last word may be the start of a longer one. */
  readonly isPrefix: boolean;
}

/**
 * What a person typed, as phrases that must all occur. The last word may be unfinished:
 *
 *     late order     ->  late, order*
 *     "late order"   ->  late order
 *     #4711-AB       ->  4711 ab*
 *     late o         ->  late            a single letter waits for the next one: it begins words in nearly every message
 *     o'b            ->  o
 *     don't          ->  don t           unless it ends a contraction
 *     o              ->  o               or is all there is
 *     荷             ->  荷*             one sign of a script without spaces is the first of a pair, or the last of a run
 *     荷物が         ->  荷物 物が
 *
 * Quotation marks of every language count. Empty if nothing searchable was typed.
 */
export function parseQuery(typed: string): Phrase[] {
  const text = toPlainQuotes(typed);
  const parts = [...text.matchAll(/"([^"]+)"?|[^\s"]+/g)].map(([part]) => part);
  return parsePhrases(parts, /"\s*$/.test(text)).flat();
}

/** The phrase of each part: a word, or several words in quotation marks `"`. Without one where nothing is to be looked for (yet). */
export function parsePhrases(parts: readonly string[], isFinished: boolean): Phrase[][] {
  const searchable = parts.map((part) => ({ part, tokens: tokeniseQuery(part) }));
  const first = searchable.findIndex(({ tokens }) => tokens.length > 0);
  const last = searchable.findLastIndex(({ tokens }) => tokens.length > 0);
  return searchable.map(({ part, tokens }, at) => {
    if (tokens.length === 0) return [];
    if (isFinished || at < last) return [toPhrase(tokens, false)];
    const waits = isSingleLetter(tokens.at(-1)) && !contraction.test(part);
    if (!waits) return [toPhrase(tokens, !contraction.test(part))];
    if (tokens.length > 1) return [toPhrase(tokens.slice(0, -1), false)];
    return at > first ? [] : [toPhrase(tokens, false)];
  });
}

/** A stretch of a text, in UTF-16 code units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where phrases occur, in order; overlapping and touching occurrences are one. */
export function findPhrases(tokens: readonly TextToken[], phrases: readonly Phrase[]): Stretch[] {
  const found = phrases.flatMap((phrase) =>
    tokens.flatMap((first, at) => {
      const last = tokens[at + phrase.words.length - 1];
      return last && occursAt(tokens, at, phrase) ? [{ start: first.start, end: toEnd(last, phrase) }] : [];
    }),
  );
  return found.toSorted((a, b) => a.start - b.start || a.end - b.end).reduce(join, []);
}

/** Whether a phrase begins at this token. */
export function occursAt(tokens: readonly TextToken[], at: number, { words, isPrefix }: Phrase): boolean {
  return words.every((word, n) => {
    const text = tokens[at + n]?.text;
    return text === word || (isPrefix && n === words.length - 1 && text?.startsWith(word) === true);
  });
}

// One sign is looked for as the beginning of a pair, of which only the first sign is meant.
function toEnd(last: TextToken, { words, isPrefix }: Phrase): number {
  return isPrefix && last.kind === 'pair' && last.text !== words.at(-1) ? last.firstEnd : last.end;
}

function join(joined: Stretch[], next: Stretch): Stretch[] {
  const last = joined.at(-1);
  if (!last || next.start > last.end) return [...joined, next];
  return [...joined.slice(0, -1), { start: last.start, end: Math.max(last.end, next.end) }];
}

function toPhrase(tokens: readonly TextToken[], isUnfinished: boolean): Phrase {
  const last = tokens.at(-1);
  const isPrefix = last?.kind === 'last' || (isUnfinished && last?.kind === 'word');
  return { words: toWords(tokens), isPrefix };
}

const isSingleLetter = (token: TextToken | undefined): boolean =>
  token?.kind === 'word' && /^[\p{L}\p{N}]\p{M}*$/u.test(token.text);

/** don't, it's, I'd, I'm. */
const contraction = /\p{L}['’ʼ＇`´][dmst]$/iu;

/**
 * Single quotation marks count only around words, since ’ is the apostrophe too. A mark may open in one language and close in
 * another („so“, “so”, »so«), so none is told from another.
 */
export function toPlainQuotes(typed: string): string {
  return typed.replace(quotes, '"').replace(/(^|\s)[‘‚‛‹](\S.*?)[’‘›](?=\s|$)/g, '$1"$2"');
}
