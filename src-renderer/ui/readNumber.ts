/** What a typed number means. `ambiguous`: it has a three-digit group behind the sign that is the decimal one in this language. */
export type ReadNumber =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'ambiguous'; readonly readings: readonly [number, number] }
  | { readonly kind: 'none' };

const none: ReadNumber = { kind: 'none' };
const number = (text: string): ReadNumber => ({ kind: 'number', value: Number(text) });

const currency = /US\p{Sc}|\p{Sc}US|\p{Sc}|\b(?:USD|EUR)\b/giu;
/** Spaces of every width, and apostrophes, group in some countries and never mean a decimal point. */
const grouping = /(?<=\d)[\s\u00a0\u2009\u202f'’](?=\d{3}(?!\d))/g;

/**
 * Reads a number of 0 or more as somebody writes it who uses `language`: with its decimal sign and its grouping, or those of another
 * language where only one reading is possible. Currency signs and spaces around it are ignored.
 *
 *     in English   1,000 → 1000    1.5 → 1.5    1,5 → 1.5    1.000 → 1 or 1000?    1,234.5 → 1234.5
 *     in Dutch     1.000 → 1000    1,5 → 1.5    1.5 → 1.5    1,000 → 1 or 1000?    1.234,5 → 1234.5
 */
export function readNumber(text: string, language: string): ReadNumber {
  const plain = text.replace(currency, ' ').trim().normalize('NFKC').replace(grouping, '');
  if (!/^\d*[.,]?\d+(?:[.,]\d+)*$/.test(plain)) return none;
  const signs = plain.match(/[.,]/g) ?? [];
  const last = signs.at(-1);
  if (last === undefined) return number(plain);
  const kinds = new Set(signs);
  if (kinds.size === 2) return readBoth(plain, last);
  if (signs.length > 1) return isGrouped(plain, last) ? number(plain.replaceAll(last, '')) : none;
  const decimal = number(plain.replace(last, '.'));
  if (!isGrouped(plain, last)) return decimal;
  const grouped = plain.replace(last, '');
  if (last !== toDecimalSign(language)) return number(grouped);
  return { kind: 'ambiguous', readings: [Number(plain.replace(last, '.')), Number(grouped)] };
}

/** The number, or null if it is none or ambiguous. */
export function toNumber(text: string, language: string): number | null {
  const read = readNumber(text, language);
  return read.kind === 'number' ? read.value : null;
}

// With both signs the last one is the decimal one, in every language.
function readBoth(plain: string, decimal: string): ReadNumber {
  const group = decimal === '.' ? ',' : '.';
  const [whole = '', fraction = '', ...more] = plain.split(decimal);
  if (more.length > 0 || !isGrouped(whole, group)) return none;
  return number(`${whole.replaceAll(group, '')}.${fraction}`);
}

// 0,125 has no grouping: no number begins with a group of zeros.
function isGrouped(plain: string, sign: string): boolean {
  const [first = '', ...groups] = plain.split(sign);
  return /^[1-9]\d{0,2}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
}

function toDecimalSign(language: string): string {
  const parts = new Intl.NumberFormat(language).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}
