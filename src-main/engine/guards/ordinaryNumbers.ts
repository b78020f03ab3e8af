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

/** A text of the same length with every date, time, opening hour, year and sum blanked out. */
export const blankOrdinaryNumbers = (text: string): string =>
  ordinary.reduce((left, pattern) => left.replace(pattern, blankOut), text);

/** As many characters that belong to no number and join none around them. */
export const blankOut = (match: string): string =>
  match.length < 3 ? ' _'.slice(0, match.length) : ` ${'_'.repeat(match.length - 2)} `;
