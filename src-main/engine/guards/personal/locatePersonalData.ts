import type { PersonalItem } from '#shared/guards.ts';
import type { PrivateData } from '#shared/privateData.ts';
import { findAddresses } from './addresses.ts';
import type { Detector, LocateFacts } from './detector.ts';
import {
  cards,
  likelyPhones,
  northAmericanPhones,
  numbers,
  phones,
  spokenPhones,
  wholeCards,
} from './digitRuns.ts';
import { blankOrdinaryNumbers } from './ordinaryNumbers.ts';
import { toE164 } from './phones.ts';
import { blankOut, toPlainText } from './plainText.ts';
import {
  belgianNumbers,
  britishNumbers,
  emails,
  frenchNumbers,
  ibans,
  linkedEmails,
  namedNumbers,
  ownNumbers,
} from './writtenData.ts';

/** A part of a text that seems to be personal data. */
export interface LocatedData extends PersonalItem {
  /** The same for all ways of writing it, so that it can be recognised. */
  readonly key: string;
}

/** The kinds among `located`, each once, in a fixed order. */
export const toKinds = (located: readonly PersonalItem[]): PrivateData[] =>
  order.filter((kind) => located.some((data) => data.kind === kind));

const order: readonly PrivateData[] = ['email', 'iban', 'card', 'phone', 'address', 'number'];

/**
 * Where a text seems to contain personal data, in the order of the text, without overlaps. Links and handles do not count, nor do
 * dates, times, opening hours, years, sums, and numbers of parcels, products and companies. Bank accounts and cards must have the right
 * check digits.
 */
export function locatePersonalData(text: string, facts: LocateFacts): LocatedData[] {
  const { plain, starts, ends } = toPlainText(text);
  const found: LocatedData[] = [];
  let left = plain;
  for (const { detect, blank } of steps) {
    for (const { kind, start, text: part, name } of detect?.(left, facts) ?? []) {
      const end = start + part.length;
      left = left.slice(0, start) + blankOut(part) + left.slice(end);
      const place = { kind, start: starts[start] ?? 0, end: ends[end - 1] ?? text.length };
      found.push({ ...place, ...(name === undefined ? {} : { name }), key: toKey(kind, part, facts) });
    }
    left = blank?.(left) ?? left;
  }
  return found.toSorted((a, b) => a.start - b.start);
}

function toKey(kind: PrivateData, part: string, { countries }: LocateFacts): string {
  const international = kind === 'phone' ? toE164(part, countries) : null;
  return international ?? toComparable(kind === 'address' ? toStreetAndNumber(part) : part);
}

/** A part without what people write in different ways: case, spaces and signs. */
export const toComparable = (part: string): string => part.toLowerCase().replace(/[^\p{L}\p{N}@+]/gu, '');

// An address is the same with and without what follows the house number.
const toStreetAndNumber = (address: string): string =>
  address
    .replace(/^(\d{1,5}\p{L}?),/u, '$1')
    .replace(/(?:,| (?:bus|box|bte|boîte|flat|apt)\b| \d{4,5}\b).*$/iu, '');

/** Finds some data, and then takes away what is none, for the steps after it. */
interface Step {
  readonly detect?: Detector;
  readonly blank?: (left: string) => string;
}

const blankLinks = (left: string) => left.replace(/https?:\/\/\S+/gi, blankOut);
const blankHandles = (left: string) => left.replace(/(?<!\S)@\w+/g, blankOut);

/** From the surest to the least sure; what one has found the next do not see. */
const steps: readonly Step[] = [
  { detect: linkedEmails, blank: blankLinks },
  { blank: blankHandles },
  { detect: emails },
  { detect: ownNumbers },
  { detect: findAddresses },
  { detect: namedNumbers },
  { detect: ibans },
  { detect: frenchNumbers },
  { detect: belgianNumbers },
  { detect: britishNumbers, blank: blankOrdinaryNumbers },
  { detect: wholeCards },
  { detect: phones },
  { detect: northAmericanPhones },
  { detect: spokenPhones },
  { detect: cards },
  { detect: likelyPhones },
  { detect: numbers },
];
