import type { Clause } from './clauses.ts';
import { articles, framers, wanting } from './contextWords.ts';
import { counts, countsNothing, endsHere } from './following.ts';
import { type Piece, toWord } from './readNumbers.ts';
import { isFiller, type Setting } from './setting.ts';

/** A text of up to so many words is about the score alone, if it holds one. */
export const SHORT = 8;

/** In a longer text a bare number in the middle is one of many things. */
const LONG = 25;

/** How sure a number is a score that stands among words which only a guess could explain. */
export const GUESS = 0.4;

/** How sure a number is a score that ends a clause of other words: it only makes another one uncertain. */
export const ASIDE = 0.01;

/** How sure it is that the number is a score, by what stands around it; 0 if nothing says so. */
export function toConfidence(setting: Setting): number {
  const { value, left, right, clauses } = setting;
  if (left.length + right.length === 0 && clauses.length === 1) {
    return value.token.kind === 'number' ? 1 : 0.97;
  }
  const isFree = endsHere(right);
  if (value.of !== null || value.unit === 'stars') return isFree || !counts(right) ? 0.95 : 0.6;
  if (left.every(isFiller)) return toPlainConfidence(setting, isFree);
  if (!isFree) return 0;
  return isFramed(left) ? 0.88 : isMark(setting) ? 0.86 : ASIDE;
}

function toPlainConfidence(setting: Setting, isFree: boolean): number {
  const { value, left, right, clauses, at, length } = setting;
  const stands = isProminent(clauses, at);
  if (isFree) return stands || length <= LONG ? 0.93 : GUESS;
  if (!stands) return 0;
  const isDigit = value.token.kind === 'number' && value.value > 1;
  if (isDigit && left.length <= 2 && countsNothing(right)) return 0.82;
  return length <= SHORT ? GUESS : 0;
}

/** "a 9", where nobody wants one. */
function isMark({ left, length, clauses, at }: Setting): boolean {
  if (length > LONG || clauses[at]?.closing === '?') return false;
  return articles.has(toWord(left.at(-1))) && !left.some((piece) => wanting.has(toWord(piece)));
}

/** Among the first words after a greeting, at the end, or on a line of its own. */
function isProminent(clauses: readonly Clause[], at: number): boolean {
  const opening = clauses[at]?.opening;
  if (opening === '\n') return true;
  const first = clauses.findIndex(({ pieces }) => !pieces.every(isFiller));
  return opening !== '(' && (at <= Math.max(first, 0) || at === clauses.length - 1);
}

/** A verb such as "give" is near, with nothing but small words between. */
function isFramed(left: readonly Piece[]): boolean {
  const verb = left.findLastIndex((piece) => framers.has(toWord(piece)));
  return verb >= 0 && left.slice(verb + 1).every(isFiller);
}
