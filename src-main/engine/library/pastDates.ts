/** The beginnings of the names of months in English, Dutch and French, in the order of the year. */
const months = [
  /^jan/,
  /^(?:feb|fév|fev)/,
  /^(?:mar|mrt|maa)/,
  /^(?:apr|avr)/,
  /^(?:may|mei|mai)/,
  /^(?:jun|juin)/,
  /^(?:jul|juil)/,
  /^(?:aug|aoû|aou)/,
  /^sep/,
  /^(?:oct|okt)/,
  /^nov/,
  /^(?:dec|déc)/,
];
const monthName =
  '(?:jan(?:uary|uari|vier)?|feb(?:ruary|ruari)?|f[ée]v(?:rier)?|mar(?:ch|s)?|maart|mrt|apr(?:il)?|avr(?:il)?|may|mei|mai|june?|juni|juin' +
  '|july?|juli|juil(?:let)?|aug(?:ust|ustus)?|ao[uû]t|sept?(?:ember|embre)?|oct(?:ober|obre)?|okt(?:ober)?|nov(?:ember|embre)?' +
  '|d[eé]c(?:ember|embre)?)\\.?';
const day = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const year = String.raw`20\d\d`;
const until = String.raw`(?:until|till|by|before|through|tot(?: en met)?|t\/m|vóór|voor|jusqu['’](?:au|à)|avant(?: le)?|d['’]ici(?: le)?)`;

/** Each way of writing a day, with the names of its parts. A day without a year counts only as the end of something. */
const patterns: readonly RegExp[] = [
  `(?<y>${year})-(?<n>0[1-9]|1[0-2])-(?<d>${day})`,
  `(?<d>${day})[./-](?<n>0?[1-9]|1[0-2])[./-](?<y>${year})`,
  `(?<d>${day})(?:st|nd|rd|th|er|e)?(?: of)? (?<m>${monthName}),? (?<y>${year})`,
  `(?<m>${monthName}) (?<d>${day})(?:st|nd|rd|th)?,? (?<y>${year})`,
  String.raw`${until} (?:the |de |le )?(?<d>${day})(?:st|nd|rd|th|er|e)?(?: of)? (?<m>${monthName})(?!,? \d{4})`,
  String.raw`${until} (?<m>${monthName}) (?<d>${day})(?!\d)(?:st|nd|rd|th)?(?!,? \d{4})`,
].map((source) => new RegExp(`(?<![\\p{L}\\d])${source}(?![\\p{L}\\d])`, 'giu'));

/** What stands before a day on which something began that goes on. */
const begins = /(?:since|from|as of|starting|sinds|vanaf|depuis|dès|à partir du) (?:the |de |le )?$/iu;

/**
 * The first day in a text that is over, as it is written; null if there is none. A day without a year is the next one after the text was
 * written. It is over once it is over everywhere on earth.
 */
export function findPastDate(text: string, writtenAt: number, now: number): string | null {
  for (const pattern of patterns) {
    for (const { 0: written, groups = {}, index } of text.matchAll(pattern)) {
      const end = begins.test(text.slice(0, index)) ? null : toEnd(groups, writtenAt);
      if (end !== null && end < now) return written.replace(/\.$/, '');
    }
  }
  return null;
}

const DAY_MS = 86_400_000;
// The last time zone is twelve hours behind.
const LAST_ZONE_MS = 12 * 3_600_000;

function toEnd(
  { y, n, m, d }: Readonly<Record<string, string | undefined>>,
  writtenAt: number,
): number | null {
  const name = m?.toLowerCase() ?? '';
  const month = n === undefined ? months.findIndex((beginning) => beginning.test(name)) : Number(n) - 1;
  if (month < 0) return null;
  const endIn = (inYear: number) => Date.UTC(inYear, month, Number(d)) + DAY_MS + LAST_ZONE_MS;
  if (y !== undefined) return endIn(Number(y));
  const writtenIn = new Date(writtenAt).getUTCFullYear();
  return endIn(writtenIn) >= writtenAt ? endIn(writtenIn) : endIn(writtenIn + 1);
}
