import { POST_LIMIT, weightedLength } from './postLength.ts';
import { listPostLinks } from './postLinks.ts';
import { endsSentence } from './sentenceEnds.ts';

/** One post of a reply that is longer than a post. */
export interface ThreadPart {
  /** Its stretch of the whole text; all of them in order are that text. */
  readonly body: string;
  /** What is posted: the stretch with its number, such as `… (1/3)`. */
  readonly text: string;
}

/** The most posts that one reply may take. */
export const MOST_PARTS = 25;

/** A link of any length weighs 23, so that a post can hold many times more signs than its limit says. */
const MOST_SIGNS = 20;

/** How good a place to break is. */
const grades = { grapheme: 0, word: 1, space: 2, clause: 3, sentence: 4, paragraph: 5 } as const;
type Grade = (typeof grades)[keyof typeof grades];

/**
 * From the best grade down: a place is taken if the part is at least so full, compared with the fullest one that fits. A short part
 * that ends with a sentence reads better than a full one that ends anywhere.
 */
const fullEnough: readonly (readonly [Grade, number])[] = [
  [grades.paragraph, 0.5],
  [grades.sentence, 0.3],
  [grades.clause, 0.6],
  [grades.space, 0.4],
  [grades.word, 0.4],
  [grades.grapheme, 0],
];

/**
 * Splits a public reply into posts of at most `POST_LIMIT` weighted characters, their numbers included: where paragraphs or sentences
 * end if possible, else between words. Links, handles and characters are never split, and
 * `mark`, if the text ends with it, stays with what it stands behind. A text that fits is one part without a number.
 */
export function splitThread(text: string, mark: string | null = null): ThreadPart[] {
  if (weightedLength(text) <= POST_LIMIT) return [{ body: text, text: text.trim() }];
  const places = listPlaces(text, toKept(text, mark));
  let count = 2;
  for (;;) {
    const parts = fill(text, places, count);
    // A number with more digits takes room, which may take one more part.
    if (String(parts.length).length <= String(count).length)
      return parts.map((body, at) => ({ body, text: toNumbered(body, at, parts.length) }));
    count = parts.length;
  }
}

/** The rest of a thread as one text, without numbers. */
export const joinParts = (parts: readonly Pick<ThreadPart, 'body'>[]): string =>
  parts
    .map(({ body }) => body)
    .join('')
    .trim();

const toNumbered = (body: string, at: number, count: number) => `${body.trim()} (${at + 1}/${count})`;

/** Where a text can be broken, by position, with the best grade of each. */
type Places = readonly (readonly [position: number, grade: Grade])[];

function fill(text: string, places: Places, count: number): string[] {
  const bodies: string[] = [];
  let start = 0;
  let next = 0;
  const most = '9'.repeat(String(count).length);
  while (start < text.length) {
    const fits = (to: number) => {
      const numbered = `${text.slice(start, to).trim()} (${most}/${most})`;
      return weightedLength(numbered) <= POST_LIMIT;
    };
    const end = fits(text.length) ? text.length : findEnd(places, start, next, fits);
    bodies.push(text.slice(start, end));
    start = end;
    while ((places[next]?.[0] ?? Number.POSITIVE_INFINITY) <= start) next += 1;
  }
  return bodies;
}

function findEnd(places: Places, start: number, from: number, fits: (to: number) => boolean): number {
  const possible = places.slice(from, findTooFar(places, from, fits));
  const furthest = possible.at(-1)?.[0] ?? places[from]?.[0] ?? start + 1;
  for (const [grade, share] of fullEnough) {
    // Cutting a text can make it longer, where it makes a link of the words before the cut.
    const found = possible.findLast(([at, one]) => one >= grade && fits(at));
    if (found && found[0] - start >= (furthest - start) * share) return found[0];
  }
  return furthest;
}

/** The index of the first place from `from` on that is too far; the length of a text grows with it, but for links. */
function findTooFar(places: Places, from: number, fits: (to: number) => boolean): number {
  let low = from;
  let high = Math.min(places.length, from + 2 * POST_LIMIT * MOST_SIGNS);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fits(places[middle]?.[0] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What is never split, as a whole. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The mark, with the sign in front of it and the space between. */
function toKept(text: string, mark: string | null): readonly Stretch[] {
  if (mark === null || !text.endsWith(mark)) return [];
  const start = text.slice(0, -mark.length).trimEnd().length - 1;
  return [{ start, end: text.length }];
}

function listPlaces(text: string, kept: readonly Stretch[]): Places {
  const found = new Map<number, Grade>();
  const closed = [...listClosed(text), ...kept];
  const add = (at: number, grade: Grade) => {
    if (at <= 0 || at >= text.length || closed.some(({ start, end }) => at > start && at < end)) return;
    found.set(at, Math.max(found.get(at) ?? 0, grade) as Grade);
  };
  for (const { index, segment } of toSegments(text, 'grapheme')) add(index + segment.length, grades.grapheme);
  for (const { index } of toSegments(text, 'word')) if (isWordPlace(text, index)) add(index, grades.word);
  for (const at of listSpaces(text)) add(at, toSpaceGrade(text, at));
  for (const { index } of toSegments(text, 'sentence'))
    if (endsSentence(text.slice(0, index))) add(index, grades.sentence);
  for (const { index, 0: gap } of text.matchAll(/\n\s*/g))
    add(index + gap.length, /\n\s*\n/.test(gap) ? grades.paragraph : grades.sentence);
  return [...found].sort(([a], [b]) => a - b);
}

const toSegments = (text: string, granularity: 'grapheme' | 'word' | 'sentence') =>
  new Intl.Segmenter(undefined, { granularity }).segment(text);

/** Links and handles. */
function listClosed(text: string): Stretch[] {
  const handles = [...text.matchAll(/[@#＠＃$][\p{L}\p{N}_]{1,60}/gu)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
  return [...listPostLinks(text), ...handles];
}

// No-break spaces keep together what they stand between.
const listSpaces = (text: string): number[] =>
  [...text.matchAll(/[^\S\u00a0\u202f\u2007]+/gu)].map(({ index, 0: gap }) => index + gap.length);

// Signs that belong to what is before them, as in French, and a bullet or number that belongs to what follows.
function toSpaceGrade(text: string, at: number): Grade {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const isLoose = /^[!?;:»%€)\]]/.test(text.slice(at)) || /^\s*(?:\d{1,3}[.)]|[-*•–«])\s+$/.test(line);
  if (isLoose) return grades.grapheme;
  return /[,;:–—)]\s+$/.test(line) ? grades.clause : grades.space;
}

// Within scripts without spaces; a sign stays with what is before it.
const isWordPlace = (text: string, at: number): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u.test(
    text.slice(at - 1, at),
  ) && !/^[\p{P}\p{M}]/u.test(text.slice(at));
