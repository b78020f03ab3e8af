import type { PrivateData } from '#shared/domain/privateData.ts';

/**
 * The kinds of private data that a text seems to contain, each once. Links and handles do not count, nor do dates, times, opening
 * hours, years and sums. Bank accounts and cards must have the right check digits.
 */
export function findPrivateData(text: string): PrivateData[] {
  const plain = withoutOrdinaryNumbers(normalise(text));
  const found: PrivateData[] = [];
  if (email.test(plain)) found.push('email');
  const accounts = (plain.match(iban) ?? []).filter(isIban);
  if (accounts.length > 0) found.push('iban');
  const rest = accounts.reduce((left, account) => left.replace(account, () => ' '), plain);
  const digits = (rest.match(number) ?? []).map((run) => run.replace(/\D/g, ''));
  if (digits.some(isCard)) found.push('card');
  else if ((rest.match(phone) ?? []).some(isPhone)) found.push('phone');
  else if (accounts.length === 0 && digits.length > 0) found.push('number');
  return found;
}

const email = /[^\s@]+@[^\s@]+\.\p{L}{2,}/u;
const iban = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?(?![A-Z0-9])/gi;
const phone = /(?<![\w.])(?:\+|00|\(?0)[\d().\-/ ]{7,}\d/g;
const number = /(?<![\w.])\d(?:[ -]?\d){7,}(?!\w)/g;

const address = /https?:\/\/\S+/gi;
const handle = /(?<!\S)@\w+/g;

/** One way of writing: figures of every width, spaces and dashes of every kind, middle dots as spaces. */
function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(address, ' ')
    .replace(handle, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[·•‧∙]/g, ' ')
    .replace(/[^\S\n]/g, ' ');
}

const months =
  'jan|feb|mrt|mar|märz|apr|avr|may|mei|mai|jun|juin|jul|juil|aug|août|aou|sep|okt|oct|nov|dec|déc|dez';
const day = '(?:0?[1-9]|[12]\\d|3[01])';
const month = '(?:0?[1-9]|1[0-2])';
const year = '(?:19|20)\\d\\d';
const clock =
  '(?:[01]?\\d|2[0-4]) ?(?:[:.h] ?[0-5]\\d|u(?:ur)?|h(?:eures?)?|[ap]\\.?m\\.?)?(?:[:.][0-5]\\d)?';

/** What has many digits and is nobody's: each as a whole, not as a part of a longer number. */
const ordinary: readonly RegExp[] = [
  // 2026-11-27, also with a time, and ranges of such dates.
  `${year}-${month}-${day}(?:[T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?`,
  // 27.11.2026, 27/11/26, 24/12 - 02/01.
  `${day}[./-]${month}[./-](?:${year}|\\d\\d)`,
  `${day}[./]${month} ?(?:-|to|tot|au|t\\/m|à) ?${day}[./]${month}`,
  // 12-14 mei 2026, 3 to 5 May.
  `${day} ?(?:(?:-|to|tot|au|en|and|et) ?${day} ?)?(?:${months})\\p{L}*\\.?(?: ${year})?`,
  `(?:${months})\\p{L}*\\.? ${day}(?: ?- ?${day})?(?:,? ${year})?`,
  // 09:00-17:30, 9h-18h, 9 - 17 u.
  `${clock} ?(?:-|to|tot|à|until) ?${clock}`,
  `(?:[01]?\\d|2[0-4])[:h][0-5]\\d`,
  // 2024-2026, 2024/25.
  `${year} ?[-/] ?(?:${year}|\\d\\d)`,
  // € 1.250.000,00, 1,204 euro.
  `[$€£] ?\\d[\\d.,' ]*\\d`,
  `\\d[\\d.,' ]*\\d ?(?:[$€£]|eur(?:o|os)?\\b|usd\\b|dollars?\\b)`,
].map((source) => new RegExp(`(?<![\\d\\p{L}.+])(?:${source})(?![\\d\\p{L}]|[./-]\\d)`, 'giu'));

const withoutOrdinaryNumbers = (text: string): string =>
  ordinary.reduce((left, pattern) => left.replace(pattern, ' _ '), text);

// A telephone number has 8 to 15 digits (ITU-T E.164).
function isPhone(text: string): boolean {
  const { length } = text.replace(/\D/g, '');
  return length >= 8 && length <= 15;
}

/** Whether a text is an IBAN, by its check digits (ISO 13616: the rearranged number is 1 modulo 97). */
function isIban(text: string): boolean {
  const plain = text.replace(/[ -]/g, '').toUpperCase();
  if (plain.length < 15 || plain.length > 34) return false;
  const digits = [...(plain.slice(4) + plain.slice(0, 4))].map((sign) => Number.parseInt(sign, 36)).join('');
  return BigInt(digits) % 97n === 1n;
}

/** Whether digits form a payment card number, by length and check digit (Luhn). */
function isCard(digits: string): boolean {
  if (digits.length < 13 || digits.length > 19) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
