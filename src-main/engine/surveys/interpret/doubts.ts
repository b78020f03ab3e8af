import type { SurveyDoubt } from '#shared/domain/survey.ts';
import type { Clause } from './clauses.ts';
import { corrections, hedges, hypotheticals, negations } from './contextWords.ts';
import { type Piece, toWord, type Value } from './readNumbers.ts';
import { isFiller, type Setting } from './setting.ts';

/** Why the number is no certain score; `denied` if it is said to be none: "not a 10", "would have been a 10". */
export function findDoubt(setting: Setting): 'denied' | SurveyDoubt | null {
  const { value, left, right, clauses, at } = setting;
  const near = [...left, ...right.slice(0, 4)].map(toWord);
  if (isNegated(left, at) || isHypothetical(left, near) || isTakenBack(clauses, at)) return 'denied';
  if (near.some((word) => hedges.has(word)) || isConditional(clauses[at + 1])) return 'hedged';
  if (isQuestion(left)) return 'hedged';
  if (isNumbering(clauses, at, value)) return 'unclear';
  const sign = left.at(-1)?.kind === 'mark' ? toWord(left.at(-1)) : '';
  if (sign === '-') return value.value === 0 ? null : 'outOfRange';
  if (/^[~≈<>]$/.test(sign) || /^[-+~]$/.test(toWord(right[0]))) return 'hedged';
  return asks(clauses, at) && left.every(isFiller) ? 'hedged' : null;
}

// "euh non 8" and "nee, 8" deny what was said before them.
function isNegated(left: readonly Piece[], at: number): boolean {
  const words = left.map(toWord);
  if (!words.some((word) => negations.has(word))) return false;
  const isCorrection = at > 0 && words.some((word) => corrections.has(word));
  return !isCorrection || words.includes('not') || words.includes('pas');
}

// "10 but no"
function isTakenBack(clauses: readonly Clause[], at: number): boolean {
  const said = clauses.slice(at + 1).flatMap(({ pieces }) => pieces.map(toWord));
  return /^(?:but|maar|mais) (?:no|nee|neen|non)$/.test(said.join(' '));
}

// "would be 10" is none, "would say 10" is one.
function isHypothetical(left: readonly Piece[], near: readonly string[]): boolean {
  const words = left.map(toWord);
  if (words.some((word) => conditions.has(word))) return true;
  if (wishes.some((wish) => wish.every((word) => near.includes(word)))) return true;
  return left.length > 0 && near.some((word) => hypotheticals.has(word));
}

/** Words that together say what did not happen. */
const wishes = [
  ['would', 'be'],
  ['like', 'to'],
  ['love', 'to'],
  ['zou', 'zijn'],
  ['zou', 'graag'],
];

/** "10 if you refund me", "10 would be fine"; not "10 if you ask me". */
function isConditional(next: Clause | undefined): boolean {
  if (!next || !['', ','].includes(next.opening)) return false;
  const words = next.pieces.map(toWord);
  const first = words[0] ?? '';
  if (first === 'would') return next.opening === '' && words[1] === 'be';
  if (first === 'si' && !subject.test(words[1] ?? '')) return false;
  const isCondition = next.opening === '' ? hedges.has(first) : conditions.has(first);
  return isCondition && !words.some((word) => idle.has(word));
}

// "si vous" is a condition, "si vite" is praise.
const subject = /^(?:je|tu|il|elle|on|nous|vous|ils|elles|le|la|les|mon|ma|mes|votre|ca|cela|[a-z]+'.+)$/;

const conditions = new Set(['if', 'als', 'indien', 'si', 'when', 'once', 'wanneer', 'quand']);

/** What people say who set no condition: "if you ask me", "if I'm honest", "als ik moet kiezen". */
const idle = new Set(
  'ask honest choose vraagt eerlijk kiezen moet demandez voulez honnete franc dois faut'.split(' '),
);

// "is 10 good"
function isQuestion(left: readonly Piece[]): boolean {
  return left.length === 1 && ['is', 'est'].includes(toWord(left[0]));
}

/** "1) my order 2) my refund", "1. where is my order?" */
function isNumbering(clauses: readonly Clause[], at: number, { value }: Value): boolean {
  const { opening, closing } = clauses[at] ?? {};
  if (closing === ')') return opening !== '(';
  return closing === '.' && value === 1 && clauses.slice(at + 1).some((clause) => clause.closing === '?');
}

/** The sentence that goes on from the number without a mark is a question. */
function asks(clauses: readonly Clause[], at: number): boolean {
  let last = at;
  while (clauses[last]?.closing === '' && last < clauses.length - 1) last += 1;
  return clauses[last]?.closing === '?';
}
