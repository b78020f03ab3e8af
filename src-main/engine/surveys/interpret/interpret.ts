import type { ReplyLanguage } from '#shared/domain/replyLanguage.ts';
import { SURE_ENOUGH, type SurveyReading, type SurveyScale, scoreRange } from '#shared/domain/survey.ts';
import { type Candidate, findCandidates } from './candidates.ts';
import { type Clause, toClauses } from './clauses.ts';
import { cleanText } from './cleanText.ts';
import { toComment } from './comment.ts';
import { ASIDE } from './confidence.ts';
import { corrections } from './contextWords.ts';
import { contradicts } from './contradiction.ts';
import { asksToStop } from './optOut.ts';
import { type Piece, readNumbers, toWord } from './readNumbers.ts';
import { countStars, readFaces, readLabel } from './signs.ts';
import { tokenise } from './tokenise.ts';

/** A longer response is read to here; X allows 10,000 characters, and a score that late would be chance. */
const MAX_LENGTH = 2_000;

/** A text as the steps of the interpretation see it. */
interface Read {
  readonly text: string;
  readonly scale: SurveyScale;
  readonly pieces: readonly Piece[];
  readonly clauses: readonly Clause[];
}

type Found = Pick<Candidate, 'value' | 'confidence' | 'doubt' | 'start' | 'end'> & {
  /** Every stretch that only tells the score: the corrected ones too. */
  readonly stretches: readonly { readonly start: number; readonly end: number }[];
};

/**
 * What a person's words say in response to a survey. Several messages are joined by newlines, oldest first. The language, if
 * known, only decides what "nul" means: zero in Dutch, rubbish in French. Deterministic; reads closed word lists only.
 */
export function interpret(
  text: string,
  scale: SurveyScale,
  lang: ReplyLanguage | null = null,
): SurveyReading {
  const cleaned = cleanText(text.slice(0, MAX_LENGTH));
  const pieces = readNumbers(tokenise(cleaned), lang);
  const read = { text: cleaned, scale, pieces, clauses: toClauses(pieces) };
  const optOut = asksToStop(cleaned);
  const found = withLanguage(find(read), read, lang);
  if (!found) return { score: null, confidence: 0, optOut };
  return { ...toScore(found, read), optOut };
}

function find(read: Read): Found | null {
  const { text, scale, pieces, clauses } = read;
  const number = decide(findCandidates(clauses, scale), read);
  if (number && number.doubt === null) return number;
  const stars = countStars(pieces, text);
  if (stars && !number)
    return alone(scale === 'csat' ? stars : { ...stars, confidence: 0, doubt: 'otherScale' });
  if (number) return number;
  const other = readLabel(pieces) ?? readFaces(pieces);
  if (!other) return null;
  if (scale === 'csat') return alone(other);
  return other.confidence >= SURE_ENOUGH ? alone({ ...other, confidence: 0, doubt: 'otherScale' }) : null;
}

const alone = (one: Omit<Found, 'stretches'>): Found => ({ ...one, stretches: [one] });

/** The one candidate that counts: the only one, or the last after a word of correction. */
function decide(candidates: readonly Candidate[], { clauses, text }: Read): Found | null {
  const valid = candidates.filter((one) => !one.isDenied && !isCountInWords(one, candidates[0]));
  // Asides alone are no response.
  const rivals = valid.some(({ confidence }) => confidence !== ASIDE) ? valid : [];
  const [first, last] = [rivals[0], rivals.at(-1)];
  if (!first || !last) {
    const denied = candidates.find(({ isDenied }) => isDenied);
    return denied ? alone(denied) : null;
  }
  const values = new Set(rivals.map(({ value }) => value));
  if (values.size === 1) {
    const best = rivals.toSorted((a, b) => b.confidence - a.confidence)[0] as Candidate;
    return { ...best, stretches: candidates.length === rivals.length ? [best] : candidates };
  }
  if (last.doubt === null && isCorrected(clauses, first, last, text)) {
    return { ...last, confidence: Math.min(last.confidence, 0.88), stretches: rivals };
  }
  return alone({ ...first, confidence: 0, doubt: 'several' });
}

// "1. Zero help." The words "zero" and "two" count things in a comment more often than they are a second score.
const isCountInWords = ({ doubt, isWord }: Candidate, first: Candidate | undefined): boolean =>
  (doubt === 'unclear' || doubt === 'outOfRange') && isWord && first?.doubt === null && !first.isWord;

/** A word or star of correction stands between the two or around the later one. */
function isCorrected(clauses: readonly Clause[], first: Candidate, last: Candidate, text: string): boolean {
  const later = clauses.slice(first.clause + 1, last.clause + 2).flatMap(({ pieces }) => pieces);
  if (later.some((piece) => corrections.has(toWord(piece)))) return true;
  return /^\s*\*/.test(text.slice(last.end)) || /\*\s*$/.test(text.slice(first.end, last.start));
}

/** "nul" alone: zero in Dutch, rubbish in French, and a question to the agent if nobody knows the language. */
function withLanguage(found: Found | null, { pieces }: Read, lang: ReplyLanguage | null): Found | null {
  const isNul = pieces.some((one) => one.kind === 'value' && one.isAmbiguous && one.token.folded === 'nul');
  if (!found || !isNul) return found;
  return lang === 'fr' ? null : { ...found, confidence: 0.4, doubt: 'unclear' };
}

function toScore(found: Found, { text, scale, pieces }: Read): Omit<SurveyReading, 'optOut'> {
  const { value, confidence, doubt, stretches } = found;
  const score = Math.round(value);
  const { min, max } = scoreRange[scale];
  if (confidence === 0 || score < min || score > max) {
    return { score: null, confidence: 0, doubt: doubt ?? 'outOfRange' };
  }
  const isContradicted = doubt === null && contradicts(score, scale, pieces, text);
  const comment = toComment(text, stretches);
  const reason = isContradicted ? 'contradiction' : doubt;
  return {
    score,
    confidence: isContradicted ? 0.4 : confidence,
    ...(comment === undefined ? {} : { comment }),
    ...(score === value ? {} : { rounded: true as const, exact: value }),
    ...(reason === null ? {} : { doubt: reason }),
  };
}
