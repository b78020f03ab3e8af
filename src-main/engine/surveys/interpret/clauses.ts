import { breaks } from './contextWords.ts';
import type { Piece } from './readNumbers.ts';

/** Words and numbers between two marks, or between a mark and a word such as "but" that begins a new thought. */
export interface Clause {
  readonly pieces: readonly Piece[];
  /** The mark before the clause: '' at the beginning and before a word, '\n' for a new line. */
  readonly opening: string;
  /** The mark after the clause, or ''. */
  readonly closing: string;
}

const breakMarks = /^[.!?;,:=()[\]–—…|¡¿]$/u;
const silentMarks = /^["“”„«»'’‘*_~]$/u;

/** The clauses of a text in order; those without any words or numbers are left out. */
export function toClauses(pieces: readonly Piece[]): Clause[] {
  const clauses: Clause[] = [];
  let [current, opening] = [[] as Piece[], ''];
  const close = (closing: string) => {
    if (current.length > 0) clauses.push({ pieces: current, opening, closing });
    else if (closing === '' || closing === ',') return;
    [current, opening] = [[], closing];
  };
  for (const [n, piece] of pieces.entries()) {
    const mark = toBreak(pieces, n);
    if (mark !== null) close(mark);
    if (piece.kind === 'word' && breaks.has(piece.folded) && current.length > 0) close('');
    if (mark === null && !isSilent(piece)) current.push(piece);
  }
  close('');
  return clauses;
}

const isSilent = (piece: Piece): boolean => piece.kind === 'mark' && silentMarks.test(piece.text);

function toBreak(pieces: readonly Piece[], at: number): string | null {
  const piece = pieces[at];
  if (piece === undefined || piece.kind === 'value') return null;
  if (piece.kind === 'line') return '\n';
  if (piece.kind === 'sign') return '☺';
  if (piece.kind !== 'mark') return null;
  if (breakMarks.test(piece.text)) return piece.text;
  return piece.text === '-' && isDash(pieces, at) ? '-' : null;
}

// A dash between words or before a comment, but not the sign of "7-8", "-5" and "8-".
function isDash(pieces: readonly Piece[], at: number): boolean {
  const [left, dash, right] = [pieces[at - 1], pieces[at], pieces[at + 1]];
  if (!left || !dash || !right || right.kind === 'line') return false;
  return right.kind !== 'value' ? true : left.end < dash.start && dash.end < right.start;
}
