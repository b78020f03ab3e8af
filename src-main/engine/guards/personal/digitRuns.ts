import { isCard } from './checkDigits.ts';
import { type Detected, type Detector, matchesOf } from './detector.ts';
import { type Digits, toWindows } from './digits.ts';
import { findPhones, toE164 } from './phones.ts';

/** Digits with at most one space or hyphen between two of them. */
const run = /(?<![\w.+])\d(?:[ -]?\d){7,}(?!\w)/g;
/** Digits as phone numbers are written, from a plus, a zero or a bracket on. */
const dialled = /(?<![\w.])(?:\+|\(?\+?0)[\d().\-/ ]{6,}\d/g;

/** A card whose digits stand alone. */
export const wholeCards = matchesOf('card', run, ({ 0: text, index }) =>
  isCard(text) ? { start: index, text } : null,
);

/** Phone numbers of the served countries, also those that stand beside other numbers. */
export const phones: Detector = (left, { countries }) =>
  [...left.matchAll(/(?<![\w.])(?:\+ ?|\()?\d[\d().\-/ +]{5,}\d(?!\w)/g)].flatMap(({ 0: digits, index }) =>
    findPhones(digits, countries).map((part): Detected => ({ kind: 'phone', ...shift(part, index) })),
  );

/** North America: (212) 555-0123. */
export const northAmericanPhones = matchesOf(
  'phone',
  /(?<![\w.])(?:\+?1[ .-]?)?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[.-])[2-9]\d{2}[ .-]\d{4}(?![\w-])/g,
);

const said =
  /(?<![\p{L}\d])(?:tel(?:efoon(?:nummer)?|ephone)?|phone(?: number)?|call(?: (?:me|us|him|her|them))?(?: (?:on|at))?|text|sms|whats ?app|mobile|mobiel|gsm|cell|bel(?:len)?|opbellen|appel(?:ez|er|le)|téléphone|portable|joindre|rappel(?:er|le|ez))(?: (?:is|at|on|op|naar|au|est|number|nummer|nr|no))?[ .:°]{1,3}(\d[\d .\-/]{4,}\d)(?![\w])/giu;

/** A number that a word makes a phone number, where its country writes none with a zero: "call 26 12 34 56". */
export const spokenPhones: Detector = (left, { countries }) =>
  [...left.matchAll(said)].flatMap(({ 0: all, 1: digits = '', index }): Detected[] => {
    const found = toWindows(digits, 15)[0]?.find(({ text }) => toE164(text, countries) !== null);
    return found ? [{ kind: 'phone', ...shift(found, index + all.length - digits.length) }] : [];
  });

/** A card among neighbouring digits. */
export const cards: Detector = (left) =>
  [...left.matchAll(run)].flatMap(({ 0: digits, index }): Detected[] => {
    const found = toWindows(digits, 19)
      .flat()
      .find(({ text }) => isCard(text));
    return found ? [{ kind: 'card', ...shift(found, index) }] : [];
  });

/** What is written as a phone number, although no served country has it: a foreign or a mistyped one. */
export const likelyPhones = matchesOf('phone', dialled, ({ 0: text, index }) => {
  const { length } = text.replace(/\D/g, '');
  return length >= 8 && length <= 15 ? { start: index, text } : null;
});

/** Any other long number: of a customer, an order, a meter. */
export const numbers = matchesOf('number', run);

const shift = ({ start, text }: Digits, by: number): Digits => ({ start: start + by, text });
