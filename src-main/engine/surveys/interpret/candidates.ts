import { type SurveyDoubt, type SurveyScale, scoreRange } from '#shared/domain/survey.ts';
import type { Clause } from './clauses.ts';
import { ASIDE, GUESS, SHORT, toConfidence } from './confidence.ts';
import { after, continuations, hedges, hypotheticals, negations } from './contextWords.ts';
import { findDoubt } from './doubts.ts';
import { isOtherThing, isUnit } from './otherThings.ts';
import { type Piece, toWord, type Value } from './readNumbers.ts';
import { isFiller, type Setting } from './setting.ts';

/** A number that may be the score. */
export interface Candidate {
  readonly value: number;
  readonly confidence: number;
  /** Why it cannot count by itself; null if it can. */
  readonly doubt: SurveyDoubt | null;
  /** Said to be wrong, or of something that did not happen: no rival of another candidate. */
  readonly isDenied: boolean;
  /** Written as a word. */
  readonly isWord: boolean;
  /** The place of its clause. */
  readonly clause: number;
  /** The stretch that says nothing but the score. */
  readonly start: number;
  readonly end: number;
}

/** A longer text with an uncertain number is about something else. */
const MEDIUM = 12;

/** The numbers of a text that may be its score, in order. Counts, dates, prices and the like are not among them. */
export function findCandidates(clauses: readonly Clause[], scale: SurveyScale): Candidate[] {
  const length = clauses.reduce((sum, { pieces }) => sum + pieces.length, 0);
  return clauses.flatMap(({ pieces }, at) => {
    const found = pieces.filter((piece) => piece.kind === 'value');
    const [value] = found;
    if (!value) return [];
    if (found.length > 1) return length > SHORT ? [] : findRange(pieces, found, at, scale);
    const place = pieces.indexOf(value);
    const [left, right] = [pieces.slice(0, place), pieces.slice(place + 1)];
    const candidate = toCandidate({ scale, clauses, at, value, length, left, right });
    return candidate ? [candidate] : [];
  });
}

const rangeJoints = new Set([
  '-',
  '–',
  'or',
  'to',
  'of',
  'à',
  'a',
  'ou',
  'tot',
  'en',
  'and',
  'et',
  '/',
  'de',
]);

// "7 or 8" and "entre 6 et 7" ask the agent; other numbers side by side are no score.
function findRange(
  pieces: readonly Piece[],
  [first, second, ...others]: readonly Value[],
  clause: number,
  scale: SurveyScale,
): Candidate[] {
  if (!first || !second || others.length > 0) return [];
  const [from, to] = [pieces.indexOf(first), pieces.indexOf(second)];
  const between = pieces.slice(from + 1, to);
  const isJoined = between.length > 0 && between.every((piece) => rangeJoints.has(toWord(piece)));
  if (!isJoined || isUnit(pieces[to + 1]) || !isOnScale(first.value, scale)) return [];
  const { value, start, end, token } = first;
  return [
    {
      value,
      isWord: token.kind === 'word',
      confidence: 0,
      doubt: 'range',
      isDenied: false,
      clause,
      start,
      end,
    },
  ];
}

function toCandidate(setting: Setting): Candidate | null {
  if (isOtherThing(setting)) return null;
  const { value, at } = setting;
  const uncertain = findDoubt(setting);
  const misfit = findMisfit(setting);
  const found = {
    ...toStretch(setting),
    value: value.value,
    isWord: value.token.kind === 'word',
    clause: at,
  };
  const sure = uncertain ? GUESS : toConfidence(setting);
  if (sure === 0 || ((misfit || uncertain || sure <= GUESS) && !isAboutScore(setting))) return null;
  if (misfit && sure === ASIDE) return null;
  if (uncertain === 'denied') return { ...found, confidence: 0, doubt: 'hedged', isDenied: true };
  const doubt = misfit ?? uncertain ?? (sure <= GUESS ? 'unclear' : null);
  return { ...found, confidence: misfit ? 0 : sure, doubt, isDenied: false };
}

/** A short text with hardly a word that is not known to go with scores; in others an uncertain number is about something else. */
function isAboutScore({ length, left, scale, value }: Setting): boolean {
  if (length > MEDIUM || (value.of === null && !isOnScale(value.value, scale) && length > SHORT))
    return false;
  return left.filter((piece) => !isFiller(piece) && !isTelling(piece)).length <= 2;
}

const isTelling = (piece: Piece): boolean =>
  [hedges, negations, hypotheticals].some((words) => words.has(toWord(piece)));

function findMisfit({ value, scale }: Setting): SurveyDoubt | null {
  const { max } = scoreRange[scale];
  if (value.of !== null) return value.of === max ? toRangeDoubt(value.value, scale) : 'otherScale';
  return value.unit === 'stars' && scale === 'nps' ? 'otherScale' : toRangeDoubt(value.value, scale);
}

const toRangeDoubt = (value: number, scale: SurveyScale): SurveyDoubt | null =>
  isOnScale(value, scale) ? null : 'outOfRange';

const isOnScale = (value: number, scale: SurveyScale): boolean =>
  value >= scoreRange[scale].min && value <= scoreRange[scale].max;

/** The score with the words around it that add nothing. */
function toStretch({ value, left, right }: Setting): { readonly start: number; readonly end: number } {
  const said = left.findLastIndex((piece) => !isFiller(piece));
  const kept = right.findIndex((piece) => !after.has(toWord(piece)));
  const trailing = kept < 0 ? right : right.slice(0, kept);
  const isCut = kept >= 0 && !continuations.has(toWord(right[kept]));
  return {
    start: (left[said + 1] ?? value).start,
    end: (isCut ? value : (trailing.at(-1) ?? value)).end,
  };
}
