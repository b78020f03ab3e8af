import type { ReplyLanguage } from '#shared/domain/replyLanguage.ts';
import { toWordNumber } from './numberWords.ts';
import type { Token } from './tokenise.ts';

/** A number in a text, with what belongs to it: a half, the highest score it was set against, and its unit. */
export interface Value {
  readonly kind: 'value';
  /** Not whole if a half was written. NaN for what is no score in any case, such as 9.99. */
  readonly value: number;
  /** The 10 of "8/10" and "8 out of ten". */
  readonly of: number | null;
  /** How the 10 was joined: a slash also writes dates. */
  readonly isSlashed: boolean;
  readonly unit: 'stars' | 'points' | null;
  /** A word that means something else more often: one, un, een. */
  readonly isAmbiguous: boolean;
  /** What the number was written with. */
  readonly token: Token;
  readonly start: number;
  readonly end: number;
}

export type Piece = Token | Value;

/** The folded word, the mark, or '' for a number and for nothing. */
export const toWord = (piece: Piece | undefined): string =>
  piece === undefined || piece.kind === 'value' ? '' : piece.folded;

const stars = new Set(['star', 'stars', 'ster', 'sterren', 'sterretjes', 'etoile', 'etoiles']);
const points = new Set(['point', 'points', 'pts', 'pt', 'punt', 'punten']);
const starSign = /^[⭐🌟★]/u;

/** The folded words that join a score with the highest one, in the order of "8 out of 10". */
const joints: readonly (readonly string[])[] = [
  ['out', 'of', 'the'],
  ['out', 'of'],
  ['outta'],
  ['outof'],
  ['op', 'de'],
  ['op'],
  ['uit', 'de'],
  ['uit'],
  ['van', 'de'],
  ['sur'],
  ['/'],
];

/** Words between a number and its half. */
const halves: readonly (readonly string[])[] = [
  ['and', 'a', 'half'],
  ['en', 'een', 'half'],
  ['en', 'half'],
  ['en', 'een', 'halve'],
  ['et', 'demi'],
  ['et', 'demie'],
];

const decimals = new Set(['point', 'komma', 'virgule', 'punt', 'dot', 'comma']);

/** The pieces of a text, in which each number with all that belongs to it is one. */
export function readNumbers(tokens: readonly Token[], lang: ReplyLanguage | null): Piece[] {
  const numbered = tokens.map((token, n) => toValue(token, isRubbish(tokens, n, lang)));
  const pieces: Piece[] = [];
  for (let at = 0; at < numbered.length; ) {
    const [piece, next] = readPiece(numbered, at);
    pieces.push(piece);
    at = next;
  }
  const said = pieces.filter(({ kind }) => kind === 'word' || kind === 'value' || kind === 'code');
  return said.length === 1 ? pieces : pieces.map(toWordAgain);
}

// "een" is a number if it is all that was said, or before "sterren", and an article before 8.
const toWordAgain = (piece: Piece): Piece =>
  piece.kind === 'value' && piece.isAmbiguous ? piece.token : piece;

/** The piece that begins at a place, and the place after it. */
function readPiece(pieces: readonly Piece[], at: number): [Piece, number] {
  const first = pieces[at] as Piece;
  if (first.kind !== 'value') return [first, at + 1];
  let [value, next] = withHalf(pieces, first, at + 1);
  [value, next] = withHighest(pieces, value, next);
  return withUnit(pieces, value, next);
}

function withHalf(pieces: readonly Piece[], value: Value, at: number): [Value, number] {
  for (const words of halves) {
    if (!hasWords(pieces, at, words)) continue;
    const end = pieces[at + words.length - 1]?.end ?? value.end;
    return [{ ...value, value: value.value + 0.5, isAmbiguous: false, end }, at + words.length];
  }
  const [joint, digit] = [pieces[at], pieces[at + 1]];
  const isDecimal = joint?.kind === 'word' && decimals.has(joint.folded);
  if (isDecimal && digit?.kind === 'value' && digit.value < 10) {
    return [{ ...value, value: value.value + digit.value / 10, end: digit.end }, at + 2];
  }
  return [value, at];
}

function withHighest(pieces: readonly Piece[], value: Value, at: number): [Value, number] {
  for (const words of joints) {
    const highest = pieces[at + words.length];
    if (highest?.kind !== 'value' || !hasWords(pieces, at, words)) continue;
    const isSlashed = words[0] === '/';
    const of = highest.value;
    return [{ ...value, of, isSlashed, isAmbiguous: false, end: highest.end }, at + words.length + 1];
  }
  return [value, at];
}

function withUnit(pieces: readonly Piece[], value: Value, at: number): [Value, number] {
  const unit = pieces[at];
  if (unit?.kind === 'word' && stars.has(unit.folded)) {
    return [{ ...value, unit: 'stars', isAmbiguous: false, end: unit.end }, at + 1];
  }
  if (unit?.kind === 'word' && points.has(unit.folded))
    return [{ ...value, unit: 'points', end: unit.end }, at + 1];
  const isOneStar = unit?.kind === 'sign' && starSign.test(unit.text) && !isStar(pieces[at + 1]);
  return isOneStar ? [{ ...value, unit: 'stars', isAmbiguous: false, end: unit.end }, at + 1] : [value, at];
}

const isStar = (piece: Piece | undefined): boolean => piece?.kind === 'sign' && starSign.test(piece.text);

function hasWords(pieces: readonly Piece[], at: number, words: readonly string[]): boolean {
  return words.every((word, n) => {
    const piece = pieces[at + n];
    // The articles of "en een half" and "and a half" may have been read as numbers.
    if (piece?.kind === 'value') return word === 'een' && piece.isAmbiguous;
    return piece?.folded === word;
  });
}

// "nul" is zero in Dutch and rubbish in French.
function isRubbish(tokens: readonly Token[], at: number, lang: ReplyLanguage | null): boolean {
  if (tokens[at]?.folded !== 'nul' || lang === 'nl') return false;
  const isDutch =
    ['een', 'dikke', 'ne', 'n'].includes(tokens[at - 1]?.folded ?? '') || tokens[at + 1]?.folded === 'op';
  return lang === 'fr' || !isDutch;
}

function toValue(token: Token, isRubbish: boolean): Piece {
  const { start, end } = token;
  const plain = { kind: 'value', of: null, isSlashed: false, unit: null, token, start, end } as const;
  if (token.kind === 'number') {
    const isAmount = /[.,](?!25$|75$)\d{2}/.test(token.text) || token.text.length > 4;
    const value = isAmount ? Number.NaN : Number(token.text.replace(',', '.'));
    return { ...plain, value, isAmbiguous: false };
  }
  const number = token.kind === 'word' ? toWordNumber(token.folded) : null;
  return number ? { ...plain, ...number, isAmbiguous: number.isAmbiguous || isRubbish } : token;
}
