import { locatePersonalData } from '../../guards/personal/locatePersonalData.ts';
import type { Part, PartFinder, SentReply } from './adaptReply.ts';
import { anyCase } from './anyCase.ts';

const months = anyCase(
  [
    'january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec',
    'januari|februari|maart|mrt|mei|juni|juli|augustus|oktober|okt',
    'janvier|janv|février|fevrier|févr|fév|mars|avril|avr|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre|déc',
  ].join('|'),
);
const currency = String.raw`€|\$|£|${anyCase('eur|usd|gbp|chf|euros|euro|dollars|dollar|pounds|pound|livres')}`;
const amount = String.raw`\d[\d.,\u00a0\u202f ]*\d|\d`;

const streetEn = anyCase(
  'street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|way|square|sq|terrace|close|crescent|place|pl',
);
const streetNl = anyCase(
  'straat|laan|weg|plein|steenweg|dreef|kade|gracht|singel|dijk|lei|baan|hof|park|markt|kaai|vest|pad',
);
const streetFr = anyCase(
  'rue|avenue|av|boulevard|bd|place|chemin|impasse|allée|allee|quai|route|chaussée|chaussee|square|cours|passage',
);
const word = String.raw`\p{Lu}[\p{L}'’.-]*`;
const joining = String.raw`(?:(?:de|du|des|la|le|les|aux?|et|saint|sainte)\s+|[dl]['’])*`;
const frenchName = String.raw`${joining}\p{Lu}[\p{L}'’-]*(?:\s+${joining}${word}){0,4}`;

interface Rule {
  readonly pattern: RegExp;
  readonly written: string;
}

/** What stands for one person's data by its form alone. From the surest to the least sure. */
const rules: readonly Rule[] = [
  { pattern: /[^\s@<>()]+@[^\s@<>()]+\.\p{L}{2,}/gu, written: '{email}' },
  // 12 Main Street, London
  {
    pattern: new RegExp(String.raw`\b\d{1,5}[a-zA-Z]?,?\s+(?:${word}\s+){1,4}(?:${streetEn})\b\.?`, 'gu'),
    written: '{address}',
  },
  // Kerkstraat 12 bus 3; Lange Nieuwstraat 5a
  {
    pattern: new RegExp(
      String.raw`(?:${word}\s+){0,3}[\p{L}'’-]*(?:${streetNl})\s+\d{1,4}(?:\s?[a-zA-Z])?(?![\p{L}\d])(?:\s*(?:bus|b|bte|box|\/)\s*\d+)?`,
      'gu',
    ),
    written: '{address}',
  },
  // 12 bis, rue de la Paix
  {
    pattern: new RegExp(
      String.raw`\b\d{1,4}(?:\s?(?:bis|ter))?,?\s+(?:${streetFr})\.?\s+${frenchName}`,
      'gu',
    ),
    written: '{address}',
  },
  // avenue Louise 54
  {
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?:${streetFr})\.?\s+${frenchName},?\s+\d{1,4}(?:\s?[a-zA-Z])?\b`,
      'gu',
    ),
    written: '{address}',
  },
  // 1012 AB Amsterdam, SW1A 1AA, B-1000 Brussel, 75001 Paris
  { pattern: /\b\d{4}\s?[A-Z]{2}\b(?:,?\s+\p{Lu}[\p{L}'’-]+)?/gu, written: '{address}' },
  { pattern: /\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b/gu, written: '{address}' },
  { pattern: /\b(?:[BFDL]-\d{4,5}|\d{5})\s+\p{Lu}[\p{L}'’-]+/gu, written: '{address}' },
  { pattern: /\b(?!(?:19|20)\d\d\b)[1-9]\d{3}\s+\p{Lu}[\p{L}'’-]+/gu, written: '{address}' },
  { pattern: new RegExp(String.raw`(?:${currency})\s?(?:${amount})(?:,-)?`, 'gu'), written: '{amount}' },
  {
    pattern: new RegExp(String.raw`(?:${amount})(?:,-)?\s?(?:${currency})(?!\p{L})`, 'gu'),
    written: '{amount}',
  },
  { pattern: /\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b/gu, written: '{date}' },
  {
    pattern: new RegExp(
      String.raw`\b\d{1,2}(?:st|nd|rd|th|er|e)?\s+(?:of\s+)?(?:${months})\.?(?!\p{L})(?:,?\s+\d{4})?`,
      'gu',
    ),
    written: '{date}',
  },
  {
    pattern: new RegExp(String.raw`\b(?:${months})\.?\s+\d{1,2}(?:st|nd|rd|th)?\b(?:,?\s+\d{4})?`, 'gu'),
    written: '{date}',
  },
];

/** Letters, digits and what joins them, with a digit: AB-12345, #4711, 0612 345 678. */
const codes =
  /#?[\p{L}\d][\p{L}\d_/.-]*\d[\p{L}\d_/-]*(?:[ \u00a0]\d{2,})*|#?\d[\d_/.-]*\p{L}*(?:[ \u00a0]\d{2,})*/gu;
const ofOrder =
  /(?:orders?|bestell?ing(?:en|s)?|bestel(?:nummer|nr)|ordernr|commandes?)[\s.:#°]*(?:(?:number|no|nr|num|nummer|num[ée]ro|n|is|was|est)[\s.:#°]*){0,2}$/iu;

/** Everything in a reply that is one person's number, sum, date, postal or e-mail address. */
export const findNumbers: PartFinder = (reply, { asked, facts }) => {
  const found = rules.flatMap(({ pattern, written }) =>
    [...reply.text.matchAll(pattern)].map(({ 0: match, index }) => ({
      start: index,
      end: index + match.length,
      written,
    })),
  );
  const located = locatePersonalData(reply.text, facts).map(({ kind, start, end }) => {
    const isNumber = kind === 'number' || kind === 'iban' || kind === 'card';
    const written = isNumber ? toNumber(reply, start) : `{${kind}}`;
    // A number of a country that is not known may begin earlier.
    const before = /[\d+(][\d+(). -]*$/u.exec(reply.text.slice(0, start))?.[0].length ?? 0;
    const after = /[.,;:!?]*$/u.exec(reply.text.slice(start, end))?.[0].length ?? 0;
    return { start: start - before, end: end - after, written };
  });
  return [...located, ...found, ...findCodes(reply, asked)];
};

function findCodes(reply: SentReply, asked: readonly string[]): Part[] {
  const told = new Set(asked.flatMap((text) => text.match(/\d{3,}/gu) ?? []));
  return [...reply.text.matchAll(codes)].flatMap(({ 0: match, index }) => {
    const code = match.replace(/[/.-]+$/u, '');
    const isMeant = isPersonal(code) || [...told].some((digits) => code.includes(digits));
    return isMeant ? [{ start: index, end: index + code.length, written: toNumber(reply, index) }] : [];
  });
}

/** Years, versions, models and opening hours are not: 2026, PS4, v13.4.1, 24/7, 9:00. */
function isPersonal(code: string): boolean {
  const digits = code.replace(/\D/gu, '').length;
  if (code.startsWith('#')) return digits >= 2;
  if (/^(?:19|20)\d\d$/u.test(code)) return false;
  return digits >= 4 || (digits >= 3 && /\p{L}/u.test(code) && code.length >= 6);
}

const toNumber = ({ text }: SentReply, at: number): string =>
  ofOrder.test(text.slice(Math.max(0, at - 40), at)) || text[at] === '#' ? '{orderNumber}' : '{number}';
