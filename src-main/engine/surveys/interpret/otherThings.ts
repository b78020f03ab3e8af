import { scoreRange } from '#shared/domain/survey.ts';
import type { Clause } from './clauses.ts';
import { before, dateWords, frames, prepositions, units } from './contextWords.ts';
import { type Piece, toWord } from './readNumbers.ts';
import { isFiller, type Setting } from './setting.ts';

const amountMarks = /^[€$£%#№/°@]$/u;
/** What a score may be set against by mistake or by habit: the other scale, school marks, percent. */
const highestScores = [5, 10, 20, 100];

/** Whether the number is plainly something else: a count, a date, a price, the number of a thing. */
export function isOtherThing(setting: Setting): boolean {
  const { value, left, right } = setting;
  if (Number.isNaN(value.value) || value.value >= 1_000) return true;
  const sides = [left.at(-1), right[0]];
  if (sides.some((piece) => piece?.kind === 'mark' && amountMarks.test(piece.text))) return true;
  // "3+ hours"
  if (isUnit(right[0]?.kind === 'mark' ? right[1] : right[0])) return true;
  if (isLoose(left)) return true;
  return isOtherRatio(setting) || isLabelled(setting);
}

/** A word for what is counted or measured. */
export const isUnit = (piece: Piece | undefined): boolean =>
  piece?.kind === 'word' && units.has(piece.folded);

// "for 10", but not "put me down for 10".
function isLoose(left: readonly Piece[]): boolean {
  if (!prepositions.has(toWord(left.at(-1)))) return false;
  return !left.some(
    (piece) => frames.has(toWord(piece)) || ['put', 'down', 'from', 'doe'].includes(toWord(piece)),
  );
}

/** 24/7, 50/50, and 8/10 after "since" or "depuis le". */
function isOtherRatio({ value, left, scale }: Setting): boolean {
  if (value.of === null) return false;
  if (value.of !== scoreRange[scale].max && !highestScores.includes(value.of)) return true;
  return value.isSlashed && dateWords.has(toWord(left.at(-1))) && !before.has(toWord(left.at(-2)));
}

/** "Order: 8", "order no. 8"; not "Score: 8". */
function isLabelled({ clauses, at }: Setting): boolean {
  const [label, opening] = [clauses[at - 1], clauses[at]?.opening];
  if (!label) return false;
  if (opening === '.') return endsInNo(label, at);
  return (opening === ':' || opening === '=') && !isLabelOfScore(label);
}

// A lone "no" denies.
function endsInNo(clause: Clause, at: number): boolean {
  if (!['no', 'nr', 'num'].includes(toWord(clause.pieces.at(-1)))) return false;
  return clause.pieces.length > 1 || (clause.opening === '' && at > 1);
}

const isLabelOfScore = ({ pieces }: Clause): boolean =>
  pieces.some((piece) => frames.has(toWord(piece))) || pieces.every(isFiller);
