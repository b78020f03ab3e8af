import type { SurveyDoubt } from '#shared/domain/survey.ts';
import { before } from './contextWords.ts';
import { type Piece, toWord } from './readNumbers.ts';

/** A score of 1 to 5 told by signs or by the words at the ends of the scale. */
export interface SignScore {
  readonly value: number;
  readonly confidence: number;
  readonly doubt: SurveyDoubt | null;
  readonly start: number;
  readonly end: number;
}

const filled = /^[⭐🌟★]/u;

/** The counted stars of a text, or null. Empty stars (☆) count nothing; "½" after the last adds a half. */
export function countStars(pieces: readonly Piece[], text: string): SignScore | null {
  const stars = pieces.filter((piece) => piece.kind === 'sign' && filled.test(piece.text));
  const [first, last] = [stars[0], stars.at(-1)];
  if (!first || !last) return null;
  const half = /^ ?½/.exec(text.slice(last.end))?.[0] ?? '';
  const empty = /^(?:\s|\uFE0F)*(?:[☆✩✰](?:\s|\uFE0F)*)+/u.exec(text.slice(last.end))?.[0] ?? '';
  const value = stars.length + (half ? 0.5 : 0);
  const end = last.end + half.length + empty.length;
  const isRun =
    /^(?:[⭐🌟★]|\uFE0F|\s)*$/u.test(text.slice(first.start, last.end)) &&
    pieces.every((piece) => piece.kind !== 'code' && (piece.kind !== 'value' || piece.value === value));
  return { value, confidence: isRun ? 0.95 : 0.4, doubt: isRun ? null : 'unclear', start: first.start, end };
}

/** Faces and thumbs by the score that they stand for. A thumb has two ways only: the ends of the scale. */
const faces: readonly (readonly [score: number, signs: string])[] = [
  [5, '👍 😀 😃 😄 😁 😍 🤩 🥰 😊 =D :D'],
  [4, '🙂 ☺ 😌 :) :-) =)'],
  [3, '😐 😑 😶 :| :-|'],
  [2, '🙁 ☹ 😕 😞 😟 😒 :( :-('],
  [1, '👎 😡 😠 🤬 😤 🤮'],
];
const scoreOfFace = new Map(faces.flatMap(([score, signs]) => signs.split(' ').map((sign) => [sign, score])));

/** Words that go with a thumb without changing what it says. */
const praise = new Set(
  `great good top super nice service perfect excellent awesome amazing brilliant fantastic help team support very really happy all
  goed goede prima heel geholpen tevreden geweldig snel vriendelijk fantastisch parfait parfaite tres bien bon bonne nickel genial
  rapide satisfait satisfaite excellente`.split(/\s+/),
);
const thanks = new Set(
  'thanks thank thx cheers you merci bedankt dank dankje dankjewel u je beaucoup mercikes wel'.split(' '),
);

/** The score that faces and thumbs tell, or null. Among words that are no praise they are mere decoration, or a doubt. */
export function readFaces(pieces: readonly Piece[]): SignScore | null {
  const found = pieces.flatMap((piece) => {
    const score = piece.kind === 'sign' ? scoreOfFace.get(toPlainSign(piece.text)) : undefined;
    return score === undefined ? [] : [{ score, piece }];
  });
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last) return null;
  const words = pieces
    .filter(({ kind }) => kind !== 'sign' && kind !== 'mark' && kind !== 'line')
    .map(toWord);
  const stretch = { value: first.score, start: first.piece.start, end: last.piece.end };
  if (found.some(({ score }) => score !== first.score)) {
    return words.length === 0 ? { ...stretch, confidence: 0, doubt: 'several' } : null;
  }
  if (words.length === 0) return { ...stretch, confidence: 0.9, doubt: null };
  const isThumb = /^[👍👎]/u.test(toWord(first.piece));
  const isPraise =
    words.some((word) => praise.has(word)) && words.every((word) => praise.has(word) || thanks.has(word));
  if (isPraise && first.score >= 4 && isThumb) return { ...stretch, confidence: 0.85, doubt: null };
  return isThumb && words.length <= 6 ? { ...stretch, confidence: 0.4, doubt: 'unclear' } : null;
}

const toPlainSign = (sign: string): string => sign.replace(/[\uFE0F\u{1F3FB}-\u{1F3FF}]/gu, '');

/** The words of the scale from "very dissatisfied" to "very satisfied". */
const labels: readonly (readonly [score: number, words: string])[] = [
  [
    5,
    'very satisfied|extremely satisfied|zeer tevreden|heel tevreden|tres satisfait|tres satisfaite|tout a fait satisfait|tout a fait satisfaite',
  ],
  [4, 'satisfied|tevreden|satisfait|satisfaite'],
  [3, 'neutral|neutraal|neutre|neither satisfied nor dissatisfied'],
  [
    2,
    'dissatisfied|unsatisfied|not satisfied|ontevreden|niet tevreden|insatisfait|insatisfaite|pas satisfait|pas satisfaite',
  ],
  [
    1,
    'very dissatisfied|very unsatisfied|extremely dissatisfied|zeer ontevreden|heel ontevreden|tres insatisfait|tres insatisfaite|pas du tout satisfait|pas du tout satisfaite',
  ],
];
const scoreOfLabel = new Map(
  labels.flatMap(([score, words]) => words.split('|').map((word) => [word, score])),
);

/** Words of the longest of them, with a greeting. */
const LONGEST_LABEL = 8;

/** The score that a text means that is nothing but the words of the scale, or null. */
export function readLabel(pieces: readonly Piece[]): SignScore | null {
  const words = pieces.filter(({ kind }) => kind === 'word' || kind === 'value' || kind === 'code');
  if (words.length > LONGEST_LABEL) return null;
  const said = withoutSubject(
    words.map((piece) => (piece.kind === 'value' ? piece.token.folded : piece.folded)),
  );
  const value =
    scoreOfLabel.get(said.join(' ')) ?? scoreOfLabel.get(said.filter((word) => !isSmall(word)).join(' '));
  const [first, last] = [words[0], words.at(-1)];
  if (value === undefined || !first || !last) return null;
  return { value, confidence: 0.85, doubt: null, start: first.start, end: last.end };
}

/** "I am very satisfied", "ik ben tevreden". */
function withoutSubject(words: readonly string[]): readonly string[] {
  const said = words
    .join(' ')
    .replace(/^(?:(?:i am|i'm|we are|we're|ik ben|wij zijn|we zijn|je suis|nous sommes) )/, '');
  return said.split(' ');
}

const isSmall = (word: string): boolean =>
  !['very', 'heel', 'tres', 'good', 'strong', 'final'].includes(word) && before.has(word);
