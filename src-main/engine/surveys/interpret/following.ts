import { after, continuations, corrections, units } from './contextWords.ts';
import { type Piece, toWord } from './readNumbers.ts';

/** Nothing follows, or what follows counts nothing. */
export function endsHere(right: readonly Piece[]): boolean {
  const kept = right.find((piece) => !after.has(toWord(piece)));
  const first = right.find((piece) => continuations.has(toWord(piece)) || corrections.has(toWord(piece)));
  return kept === undefined || (first !== undefined && right.indexOf(first) <= right.indexOf(kept));
}

/** The first words after the number look like the beginning of a comment, not like what it counts: "9 vlotte service". */
export function countsNothing(right: readonly Piece[]): boolean {
  const [next, second] = right;
  if (next?.kind !== 'word' || counts(right) || fitting.has(next.folded)) return false;
  // "9 Julie était super", but not "9 Privet Drive".
  if (isName(next)) return second?.kind === 'word' && !isName(second);
  return next.folded.length > 1;
}

/** Of a time or a size: "10 is fine", "9 suits me". */
const fitting = new Set('is works suits fits past lukt gaat convient marche or of ou'.split(' '));

/** A unit, or what looks like a plural, is among the next words. */
export const counts = (right: readonly Piece[]): boolean =>
  right.slice(0, 3).some((piece) => units.has(toWord(piece))) ||
  right.slice(0, 2).some((piece) => !isName(piece) && isPlural(toWord(piece)));

const isName = (piece: Piece): boolean =>
  piece.kind === 'word' && /^\p{Lu}/u.test(piece.text) && piece.text !== piece.text.toUpperCase();

const isPlural = (word: string): boolean =>
  !continuations.has(word) && (/..(?:s|x|'s)$/.test(word) || (/..en$/.test(word) && !word.startsWith('ge')));
