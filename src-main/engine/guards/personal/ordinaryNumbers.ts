import { blankOut } from './plainText.ts';

const months =
  'jan|feb|fév|mrt|mar|märz|apr|avr|may|mei|mai|jun|juin|jul|juil|aug|août|aou|sep|okt|oct|nov|dec|déc|dez';
const day = '(?:0?[1-9]|[12]\\d|3[01])';
const month = '(?:0?[1-9]|1[0-2])';
const year = '(?:19|20)\\d\\d';
const clock =
  '(?:[01]?\\d|2[0-4]) ?(?:[:.h] ?[0-5]\\d|u(?:ur)?|h(?:eures?)?|[ap]\\.?m\\.?)?(?:[:.][0-5]\\d)?';
const until = '(?:-|to|tot|till|until|au|à|t\\/m|and|en|et)';
/** An amount: grouped in thousands or not at all, so that it takes no number beside it along. */
const amount = "(?:[1-9]\\d{0,2}(?:([ .,'])\\d{3})(?:\\1\\d{3})*|\\d+)(?:[.,]\\d{1,2}|,-)?";
const counted =
  'users?|people|customers|followers|views|subscribers|downloads|steps|points|km|kwh|[kmgt]i?b|gebruikers|volgers|klanten|mensen|weergaven|abonnees|punten|stappen|utilisateurs|abonnés|clients|vues|personnes|pas';

/** What has many digits and is nobody's: each as a whole, not as a part of a longer number. */
const ordinary: readonly RegExp[] = [
  // 2026-11-27, also with a time, and ranges of such dates.
  `${year}-${month}-${day}(?:[T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?`,
  // 27.11.2026, 27/11/26, 27 11 2026, 24/12 - 02/01.
  `${day}([./-])${month}\\1(?:${year}|\\d\\d)(?: ?- ?${day}\\1${month}\\1(?:${year}|\\d\\d))?`,
  `${month}([./-])${day}\\1(?:${year}|\\d\\d)`,
  `${day} (?:0[1-9]|1[0-2]) ${year}(?! \\d)`,
  `${day}[./]${month} ?${until}? ?${day}[./]${month}`,
  // 12-14 mei 2026, 3 to 5 May.
  `${day} ?(?:${until} ?${day} ?)?(?:${months})\\p{L}*\\.?(?: ${year})?`,
  `(?:${months})\\p{L}*\\.? ${day}(?: ?- ?${day})?(?:,? ${year})?`,
  // 09:00-17:30, 9h-18h, 9 - 17 u.
  `${clock} ?${until} ?${clock}`,
  `(?:[01]?\\d|2[0-4])[:h][0-5]\\d`,
  // 2024-2026, 2024/25.
  `${year} ?(?:[-/]|to|tot|à|until) ?(?:${year}|\\d\\d)`,
  // € 1.250.000,00, 1,204 euro.
  `(?:[$€£]|eur|usd|gbp) ?${amount}`,
  `${amount} ?(?:[$€£]|eur(?:o|os)?\\b|usd\\b|gbp\\b|dollars?\\b|pounds?\\b)`,
  // 12 000 000 and 12.000.000, and what is counted or measured: 12345678 users.
  `\\d{1,3}([ .,'])000(?:\\1(?:000))+`,
  `${amount} ?(?:${counted})\\b`,
].map((source) => new RegExp(`(?<![\\d\\p{L}.+]|\\d[/-])(?:${source})(?![\\d\\p{L}]|[./-]\\d)`, 'giu'));

/** Words before a number that says what everybody may know: of a parcel, a product, a version, a company, an error. */
const labels = [
  'track(?:ing)?(?:[ -](?:number|no\\.?|id|code))?|track ?(?:&|and|en) ?trace(?:[ -]?(?:code|nummer))?|suivi|num[ée]ro de colis',
  'zending(?:snummer|scode)|parcel number|pakketnummer|barcode|code-barres',
  'models?(?: number)?|model(?:l?nummer)|modèle|type(?:nummer| number)|part[ -]?(?:number|no\\.?)|onderdeelnummer',
  'art(?:\\.|icle|ikel)?[ -]?(?:nummer|number|nr\\.?|no\\.?)|article|artikel|référence produit|sku|ean|gtin|isbn|upc|asin',
  'versions?|versie|build|firmware|release|mise à jour|kb|patch',
  "errors?(?: code)?|foutcode|foutmelding|code d'erreur|erreur|stop ?code|exit code",
  'flight number|vluchtnummer|numéro de vol|ticker|iso|rfc',
  'kvk(?:[ -]?nummer)?|btw(?:[ -]?nummer)?|tva|vat(?: (?:number|no\\.?))?|siret|siren|rcs|rpr|kbo|bce|rsin',
  "company (?:number|no\\.?)|ondernemingsnummer|numéro d'entreprise|registration (?:number|no\\.?)",
].join('|');

/** Digits in one piece, in the groups of a company number, or in the fours of a parcel; nothing that stands beside it. */
const labelledDigits =
  '(?:\\d{4}(?: \\d{4}){2,5}|\\d{3,4}([. ])\\d{3}\\1\\d{3}(?:\\1\\d{5})?|\\d+(?:[.-]\\d+)*)';

/** A number that such a word announces: `tracking number 00340434161094042557`, `BTW BE 0123.456.789`. */
const labelled = new RegExp(
  `(?<![\\p{L}\\d])(?:${labels})(?: (?:is|n°|nr\\.?|no\\.?|est|number|code|nummer|numéro|en|van))?[ :#=n°.]{0,4}(?:[A-Z]{2,4}[ -]?)?${labelledDigits}(?![\\d\\p{L}])`,
  'giu',
);

/** A text of the same length with every date, time, opening hour, year, sum and public number blanked out. */
export const blankOrdinaryNumbers = (text: string): string =>
  [labelled, ...ordinary].reduce((left, pattern) => left.replace(pattern, blankOut), text);
