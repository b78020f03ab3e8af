import { findPhrases, type Phrase, parsePhrases, type Stretch, toPlainQuotes } from '../findWords.ts';
import { type TextToken, tokenise } from '../foldText.ts';
import {
  isUnfinished,
  readSearchFilter,
  type SearchFilter,
  SearchOperator,
  type SearchProblem,
  searchOperators,
} from './searchFilter.ts';

/** The words of a query. */
export interface QueryWords {
  /** Something of each group must occur; most groups are one phrase. */
  readonly groups: readonly (readonly Phrase[])[];
  /** None of these may occur. */
  readonly excluded: readonly Phrase[];
}

/** What a person typed to find messages. */
export interface MessageQuery extends QueryWords {
  readonly filters: readonly TypedFilter[];
  readonly problems: readonly SearchProblem[];
}

/** A filter, and how it was typed. */
export interface TypedFilter {
  readonly filter: SearchFilter;
  /** What it selects must not be. */
  readonly isExcluded: boolean;
  readonly typed: string;
}

/**
 * Reads what a person typed: words as in `parseQuery`, and
 *
 *     parcel OR package     one of both
 *     -late                 without this word
 *     from:anna -tag:vip    filters, see `searchFilter.ts`; a value with spaces stands in quotation marks
 *
 * Everything can be typed: what means nothing is looked for as words, and a filter with a value that it does not know is left out
 * and named among the `problems`, unless it is still being typed.
 */
export function parseMessageQuery(typed: string): MessageQuery {
  const text = toPlainQuotes(typed);
  const pieces = [...text.matchAll(piece)].map(toPiece);
  const words = pieces.filter((one) => one.kind === 'word');
  const isFinished = /"\s*$/.test(text) || pieces.at(-1)?.kind !== 'word';
  const phrases = parsePhrases(
    words.map(({ text }) => text),
    isFinished,
  );
  const phrasesOf = new Map(words.map((word, n) => [word, phrases[n] ?? []]));
  const read = pieces.filter((one) => one.kind === 'filter').map(readFilter);
  const isTyping = pieces.at(-1)?.kind === 'filter' && !/\s$/.test(text);
  return {
    groups: toGroups(pieces, phrasesOf),
    excluded: pieces
      .filter((one) => one.kind === 'excluded')
      .flatMap(({ text }) => parsePhrases([text], true).flat()),
    filters: read.flatMap((one) => one.filter ?? []),
    problems: read.flatMap(({ problem }, n) =>
      problem && !(isTyping && n === read.length - 1 && isUnfinished(problem)) ? [problem] : [],
    ),
  };
}

/** What was typed without its filters, to look for the words elsewhere. */
export function withoutFilters(typed: string): string {
  const pieces = [...toPlainQuotes(typed).matchAll(piece)].map(toPiece);
  const kept = pieces.filter(({ kind }) => kind !== 'filter');
  return kept.map(({ typed }) => typed).join(' ');
}

/** What was typed without one of its filters, and without the OR beside it, which would join what was never an alternative. */
export function withoutFilter(typed: string, filter: TypedFilter): string {
  const pieces = [...toPlainQuotes(typed).matchAll(piece)];
  const at = pieces.findIndex(([text]) => text === filter.typed);
  const isOr = (n: number) => pieces[n]?.[0] === 'OR';
  const first = pieces[isOr(at - 1) ? at - 1 : at];
  const last = pieces[isOr(at + 1) ? at + 1 : at];
  if (!first || !last) return typed;
  const before = typed.slice(0, first.index).trimEnd();
  return `${before} ${typed.slice(last.index + last[0].length).trimStart()}`.trim();
}

/** Whether a text has what a query asks of the words. */
export function hasWords(text: string, words: QueryWords): boolean {
  return haveWords(tokenise(text), words);
}

/** Where the words of a query occur in a text; empty if it does not have all that is asked. */
export function findWordsOf(text: string, words: QueryWords): readonly Stretch[] {
  if (words.groups.length === 0) return [];
  const tokens = tokenise(text);
  return haveWords(tokens, words) ? findPhrases(tokens, words.groups.flat()) : [];
}

function haveWords(tokens: readonly TextToken[], { groups, excluded }: QueryWords): boolean {
  const occurs = (phrase: Phrase) => findPhrases(tokens, [phrase]).length > 0;
  return groups.every((group) => group.some(occurs)) && !excluded.some(occurs);
}

/** The operator whose value is still being typed at the end of a search, and says nothing yet; null if there is none. */
export function findOperatorBeingTyped(typed: string): SearchOperator | null {
  const last = [...toPlainQuotes(typed).matchAll(piece)].map(toPiece).at(-1);
  if (last?.kind !== 'filter' || /\s$/.test(typed)) return null;
  const { filter, problem } = readFilter(last);
  const isOpen = !filter && (!problem || isUnfinished(problem));
  return isOpen ? toOperator(last.text) : null;
}

interface Piece {
  readonly kind: 'word' | 'excluded' | 'filter' | 'or';
  readonly typed: string;
  /** Without what makes it a piece of its kind. */
  readonly text: string;
}

const piece = new RegExp(
  `-?(?:${searchOperators.join('|')}):(?:"[^"]*"?|[^\\s"]*)|-?"[^"]*"?|[^\\s"]+`,
  'gi',
);

const filterPiece = new RegExp(`^-?(${searchOperators.join('|')}):`, 'i');

function toPiece([typed]: RegExpMatchArray): Piece {
  if (typed === 'OR') return { kind: 'or', typed, text: '' };
  if (filterPiece.test(typed)) return { kind: 'filter', typed, text: typed.replace(/^-/, '') };
  if (/^-[^\s-]/.test(typed)) return { kind: 'excluded', typed, text: typed.slice(1) };
  return { kind: 'word', typed, text: typed };
}

/** Words on both sides of OR are one group. */
function toGroups(pieces: readonly Piece[], phrasesOf: ReadonlyMap<Piece, readonly Phrase[]>): Phrase[][] {
  const groups: Phrase[][] = [];
  pieces.forEach((one, at) => {
    const phrases = phrasesOf.get(one) ?? [];
    const isAlternative = pieces[at - 1]?.kind === 'or' && pieces[at - 2]?.kind === 'word';
    const group = isAlternative ? groups.at(-1) : undefined;
    if (group) group.push(...phrases);
    else if (phrases.length > 0) groups.push([...phrases]);
  });
  return groups;
}

function readFilter({ typed, text }: Piece): { filter?: TypedFilter; problem?: SearchProblem } {
  const colon = text.indexOf(':');
  const value = text
    .slice(colon + 1)
    .replaceAll('"', '')
    .trim();
  if (value === '') return {};
  const read = readSearchFilter(toOperator(text), value);
  if (!read.ok) return { problem: read.error };
  return { filter: { filter: read.value, isExcluded: typed.startsWith('-'), typed } };
}

const toOperator = (text: string): SearchOperator =>
  SearchOperator.parse(text.slice(0, text.indexOf(':')).toLowerCase());
