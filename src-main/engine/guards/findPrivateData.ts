import type { PrivateData } from '#shared/privateData.ts';
import { blankOrdinaryNumbers, blankOut } from './ordinaryNumbers.ts';

/** A part of a text that seems to be private data; positions in UTF-16 units, the end exclusive. */
export interface LocatedData {
  readonly kind: PrivateData;
  readonly start: number;
  readonly end: number;
}

/** The kinds of private data that a text seems to contain, each once. */
export const findPrivateData = (text: string): PrivateData[] => toKinds(locatePrivateData(text));

/** The kinds among `located`, each once, in a fixed order. */
export const toKinds = (located: readonly LocatedData[]): PrivateData[] =>
  order.filter((kind) => located.some((data) => data.kind === kind));

const order: readonly PrivateData[] = ['email', 'iban', 'card', 'phone', 'number'];

/**
 * Where a text seems to contain private data, in the order of the text, without overlaps. Links and handles do not count, nor do dates,
 * times, opening hours, years and sums. Bank accounts and cards must have the right check digits.
 */
export function locatePrivateData(text: string): LocatedData[] {
  const { plain, starts, ends } = normalise(text);
  let left = blankOrdinaryNumbers(
    [address, handle].reduce((rest, pattern) => rest.replace(pattern, blankOut), plain),
  );
  const found: LocatedData[] = [];
  for (const { kind, pattern, isKind, toParts = (match: string) => [match] } of detectors) {
    left = left.replace(pattern, (match, ...[offset]) => {
      const part = toParts(match).find(isKind);
      if (part === undefined) return match;
      found.push({ kind, start: starts[offset] ?? 0, end: ends[offset + part.length - 1] ?? text.length });
      return blankOut(part) + match.slice(part.length);
    });
  }
  return found.toSorted((a, b) => a.start - b.start);
}

interface Detector {
  readonly kind: PrivateData;
  readonly pattern: RegExp;
  readonly isKind: (match: string) => boolean;
  /** The beginnings of a match that can be meant, longest first; by default only all of it. */
  readonly toParts?: (match: string) => string[];
}

const address = /https?:\/\/\S+/gi;
const handle = /(?<!\S)@\w+/g;
const number = /(?<![\w.+])\d(?:[ -]?\d){7,}(?!\w)/g;

/** From the surest to the least sure; what one has found the next do not see. */
const detectors: readonly Detector[] = [
  { kind: 'email', pattern: /[^\s@]+@[^\s@]+\.\p{L}{2,}/gu, isKind: () => true },
  {
    kind: 'iban',
    pattern: /(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?(?![A-Z0-9])/gi,
    isKind: isIban,
    toParts: toBeginnings,
  },
  { kind: 'card', pattern: number, isKind: isCard },
  { kind: 'phone', pattern: /(?<![\w.])(?:\+|00|\(?0)[\d().\-/ ]{7,}\d/g, isKind: isPhone },
  // North America: (212) 555-0123.
  {
    kind: 'phone',
    pattern: /(?<![\w.])(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[.-])[2-9]\d{2}[ .-]\d{4}(?![\w-])/g,
    isKind: isPhone,
  },
  { kind: 'number', pattern: number, isKind: () => true },
];

/** Signs that draw nothing and can stand between digits; in the end the parts of a keycap emoji. */
const invisible = /[\u00ad\u200b\u200c\u2060\ufeff]|\u200d|\ufe0f|\u20e3/g;

/**
 * One way of writing: digits of every width, spaces and dashes of every kind, middle dots as spaces. `starts` and `ends` map each UTF-16
 * unit of `plain` to the character of `text` that it comes from.
 */
function normalise(text: string): { plain: string; starts: number[]; ends: number[] } {
  let plain = '';
  const starts: number[] = [];
  const ends: number[] = [];
  // A character goes with its combining marks, so that both ways of writing é become one.
  for (const { 0: character, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const written = toPlain(character);
    plain += written;
    for (let unit = 0; unit < written.length; unit += 1) {
      starts.push(index);
      ends.push(index + character.length);
    }
  }
  return { plain, starts, ends };
}

const toPlain = (character: string): string =>
  character
    .replace(invisible, '')
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[·•‧∙]/g, ' ')
    .replace(/[^\S\n]/g, ' ');

// A telephone number has 8 to 15 digits (ITU-T E.164).
function isPhone(text: string): boolean {
  const { length } = text.replace(/\D/g, '');
  return length >= 8 && length <= 15;
}

// A short word behind an IBAN has the shape of its last group: "BE71 0961 2345 6769 en".
function toBeginnings(match: string): string[] {
  const cuts = [...match.matchAll(/[ -]/g)].map(({ index }) => match.slice(0, index));
  return [match, ...cuts.reverse()];
}

/** Whether a text is an IBAN, by its check digits (ISO 13616: the rearranged number is 1 modulo 97). */
function isIban(text: string): boolean {
  const plain = text.replace(/[ -]/g, '').toUpperCase();
  if (plain.length < 15 || plain.length > 34) return false;
  const digits = [...(plain.slice(4) + plain.slice(0, 4))].map((sign) => Number.parseInt(sign, 36)).join('');
  return BigInt(digits) % 97n === 1n;
}

/** Whether a run of digits is a payment card number, by length and check digit (Luhn). None begins with 0. */
function isCard(run: string): boolean {
  const digits = run.replace(/\D/g, '');
  if (digits.length < 13 || digits.length > 19 || digits.startsWith('0')) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
