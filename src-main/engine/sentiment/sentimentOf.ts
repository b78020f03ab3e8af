import type { ReplyLanguage } from '#shared/domain/replyLanguage.ts';
import type { Sentiment } from '#shared/domain/sentiment.ts';
import { type Lexicon, toLexicon } from './lexicon.ts';
import { type Item, type Items, readItems } from './readItems.ts';
import { dutch } from './words/dutch.ts';
import { english } from './words/english.ts';
import { french } from './words/french.ts';

const words = { en: english, nl: dutch, fr: french } as const;
const lexicons = new Map<ReplyLanguage, Lexicon>();

function getLexicon(language: ReplyLanguage): Lexicon {
  const lexicon = lexicons.get(language) ?? toLexicon(words[language]);
  lexicons.set(language, lexicon);
  return lexicon;
}

/** A text says something from this sum of weights on; what says less, but something, is in doubt. */
const CLEAR = 1;
const DOUBTFUL = 0.75;
/** Praise and blame of about the same weight are a mixture. */
const MIXED = 0.6;
const MIXED_LEAST = 2;
/** Longer texts are cut: the beginning says enough. */
const MAX_LENGTH = 1_000;

/**
 * The sentiment of a text by the words, phrases and emoji of its language: `negative` is displeasure or a fault, `positive` praise or thanks. Null if it is
 * in doubt: nothing to read, a weak hint, or praise and blame in about the same measure. [How well](docs/listening.md#sentiment)
 */
export function sentimentOf(text: string, language: ReplyLanguage): Sentiment | null {
  const read = readItems(text.slice(0, MAX_LENGTH), getLexicon(language));
  if (read.words === 0) return null;
  const scores = toScores(read);
  const praise = scores.filter((score) => score > 0).reduce((sum, score) => sum + score, 0);
  const blame = -scores.filter((score) => score < 0).reduce((sum, score) => sum + score, 0);
  const [less, more] = praise < blame ? [praise, blame] : [blame, praise];
  if (less >= MIXED_LEAST && less >= MIXED * more) return null;
  const sum = praise - blame;
  if (Math.abs(sum) >= CLEAR) return sum > 0 ? 'positive' : 'negative';
  if (Math.abs(sum) >= DOUBTFUL) return null;
  return isPlain(read) ? 'neutral' : null;
}

/** A longer statement in which no word is known may well praise or blame in other words. */
const isPlain = ({ asks, items, words }: Items): boolean =>
  asks || words <= LONGEST_PLAIN || items.some(({ role }) => role === 'harmless');
const LONGEST_PLAIN = 8;

/** What each item contributes. */
function toScores(read: Items): number[] {
  const { items } = read;
  const isIronic = items.some(({ role }) => role === 'irony');
  const turn = items.findLastIndex(({ role }) => role === 'turn');
  const scores = items.map(
    (item, at) => toScore(items, at) * (at < turn ? BEFORE_TURN : 1) * (item.isLoud ? LOUD : 1),
  );
  const blames = scores.some((score) => score <= -1.5);
  return scores.map((score, at) => {
    const item = items[at];
    if (item?.role === 'thanks') return read.asks || blames ? 0 : THANKS;
    if (score <= 0 || !item) return score;
    if (isIronic) return -score;
    return blames && isInterjected(item, read) ? 0 : score;
  });
}

const BEFORE_TURN = 0.5;
const LOUD = 1.4;
const THANKS = 1.2;

/** "Great, another delay": praise at the beginning, in a clause of hardly more than itself. */
function isInterjected({ from, to, clause }: Item, { clauseLengths }: Items): boolean {
  return from <= 1 && (clauseLengths[clause] ?? 0) - (to - from + 1) <= 1;
}

const BOOST = 1.4;
const SOFTEN = 0.6;
/** What is left of praise that is negated ("not happy"), and of blame ("no problems"). */
const NO_PRAISE = -0.8;
const NO_BLAME = -0.3;
/** That something which customers count on is missing. */
const MISSED = -1.8;

function toScore(items: readonly Item[], at: number): number {
  const item = items[at];
  if (!item) return 0;
  const { role, weight } = item;
  if (role === 'face' || role === 'negator') return weight;
  if (role === 'expected') return isMissed(items, at) ? MISSED : 0;
  if (role !== 'feeling') return 0;
  const before = items[at - 1];
  const isNext = before !== undefined && before.clause === item.clause && item.from - before.to <= 1;
  const strength =
    isNext && before.role === 'booster' ? BOOST : isNext && before.role === 'softener' ? SOFTEN : 1;
  if (!isNegated(items, at)) return weight * strength;
  return weight > 0 ? weight * NO_PRAISE : weight * NO_BLAME;
}

/** How many words may stand between a negator and what it negates. */
const REACH = 3;

function isNegated(items: readonly Item[], at: number): boolean {
  return items.slice(0, at).some((other) => other.role === 'negator' && isNear(other, items[at]));
}

// In Dutch and French the negator comes after the verb: "werkt niet", "ne marche plus".
function isMissed(items: readonly Item[], at: number): boolean {
  return items.some((other, n) => {
    if (other.role !== 'negator' && other.role !== 'ending') return false;
    return n < at ? isNear(other, items[at]) : isNear(items[at], other);
  });
}

function isNear(first: Item | undefined, second: Item | undefined): boolean {
  if (!first || !second) return false;
  return first.clause === second.clause && second.from - first.to - 1 <= REACH;
}
