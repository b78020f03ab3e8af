import { isBelgianNationalNumber, isIban } from './checkDigits.ts';
import { type Detected, type Detector, matchesOf } from './detector.ts';
import { blankOut } from './plainText.ts';

/** In the address of a link, such as `https://example.com/?mail=anna@example.com`; the rest of a link is no personal data. */
export const linkedEmails: Detector = (left) =>
  [...left.matchAll(/https?:\/\/\S+/gi)].flatMap(({ 0: link, index }) =>
    [...link.matchAll(/(?<=[?&#=])[\w.+-]{1,64}(?:@|%40)(?:[\w-]{1,63}\.){1,6}[a-z]{2,}/gi)].map(
      (match): Detected => ({ kind: 'email', start: index + match.index, text: match[0] }),
    ),
  );

const name = '[^\\s@<>()[\\]{}"“”,;:]{1,64}';
const at = '(?:@|＠| ?[([{] ?(?:at|apenstaartje|arobase) ?[)\\]}] ?)';
const dot = '(?:\\.| ?[([{] ?(?:dot|punt|point) ?[)\\]}] ?)';

/** Also as people hide it from machines: `anna (at) example (dot) com`. */
export const emails = matchesOf(
  'email',
  new RegExp(`${name}${at}(?:[\\p{L}\\p{N}-]{1,63}${dot}){1,6}\\p{L}{2,24}`, 'giu'),
);

/** Numbers of the company's own patterns. */
export const ownNumbers: Detector = (left, { patterns }) => {
  let rest = left;
  return patterns.flatMap(({ name: own, pattern }) =>
    [...rest.matchAll(pattern)].map(({ 0: text, index }): Detected => {
      rest = rest.slice(0, index) + blankOut(text) + rest.slice(index + text.length);
      return { kind: 'number', name: own, start: index, text };
    }),
  );
};

/** A bank account. A short word behind it has the shape of its last group: "BE71 0961 2345 6769 en". */
export const ibans = matchesOf(
  'iban',
  /(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?(?![A-Z0-9])/gi,
  ({ 0: text, index }) => {
    const cuts = [...text.matchAll(/[ -]/g)].map((cut) => text.slice(0, cut.index)).reverse();
    const found = [text, ...cuts].find(isIban);
    return found === undefined ? null : { start: index, text: found };
  },
);

/** The Belgian national number, with the right check digits. */
export const belgianNumbers = matchesOf(
  'number',
  /(?<!\d)\d{2}\.\d{2}\.\d{2}-\d{3}[.-]\d{2}(?!\d)|(?<![\d.-]|\d )\d{2}[. -]?\d{2}[. -]?\d{2}[. -]?\d{3}[. -]?\d{2}(?!\d|[ -]\d)/g,
  (match) => (isBelgianNationalNumber(match[0]) ? { start: match.index, text: match[0] } : null),
);
/** The British national insurance number. */
export const britishNumbers = matchesOf(
  'number',
  /(?<![A-Z0-9])[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![A-Z0-9])/g,
);

/** The French social security number. */
export const frenchNumbers = matchesOf(
  'number',
  /(?<![\d.-])[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}(?![\d])/g,
);

const what =
  'order|customer|client|account|booking|reservation|policy|invoice|contract|case|ticket|member(?:ship)?|patient|passport|card|meter|bestel|order|klant|reserverings?|boekings?|polis|factuur|contract|dossier|lid(?:maatschaps)?|paspoort|kaart|meter';
const nouns = [
  `(?:${what})[ -]?(?:number|no\\.?|nr\\.?|id|ref(?:erence)?|code)`,
  `(?:${what})(?:nummer|nr\\.?|code|referentie)`,
  "(?:num[ée]ro|n°|no|nº|réf(?:érence)?|code) ?(?:de |d'|du )?(?:commande|client|compte|dossier|réservation|contrat|facture|police|adhérent|passeport|compteur)",
  '(?:commande|facture|dossier|contrat|réservation) ?(?:n°|nº|numéro|no\\.?)',
  'pnr|bsn|niss|rijksregister(?:nummer)?|national insurance number|social security number|nss|num[ée]ro de sécurité sociale',
].join('|');

/** A number with its name: "your order number is KX-4711-22". It has at least three digits. */
export const namedNumbers = matchesOf(
  'number',
  new RegExp(
    `(?<![\\p{L}\\d])(?:${nouns})(?:\\s(?:is|est|was|was:|luidt|en|van je|voor))?[\\s:=#"'“«(]{1,4}((?=[A-Z0-9./-]*\\d[A-Z0-9./-]*\\d[A-Z0-9./-]*\\d)[A-Z0-9]+(?:[./-][A-Z0-9]+)*)(?![\\p{L}\\d])`,
    'giu',
  ),
  ({ 0: all, 1: text = '', index }) => ({ start: index + all.length - text.length, text }),
);
