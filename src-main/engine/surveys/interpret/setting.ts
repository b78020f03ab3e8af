import type { SurveyScale } from '#shared/domain/survey.ts';
import type { Clause } from './clauses.ts';
import { before, corrections, frames } from './contextWords.ts';
import { type Piece, toWord, type Value } from './readNumbers.ts';

/** Where a number stands: alone of its kind in a clause. */
export interface Setting {
  readonly scale: SurveyScale;
  readonly clauses: readonly Clause[];
  /** The place of its clause. */
  readonly at: number;
  readonly value: Value;
  /** The rest of its clause. */
  readonly left: readonly Piece[];
  readonly right: readonly Piece[];
  /** Words and numbers of the whole text. */
  readonly length: number;
}

/** A word that may stand before a score and adds nothing to it. */
export function isFiller(piece: Piece): boolean {
  const word = toWord(piece);
  return before.has(word) || frames.has(word) || corrections.has(word);
}
