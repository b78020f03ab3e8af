const links = /\bhttps?:\/\/\S+/gi;
const handles = /(?<![\p{L}\d])[@＠]\w{1,30}/gu;
/** A line that quotes the question. */
const quotedLines = /^\s*>.*$/gm;
const keycaps = /([0-9])\uFE0F?\u20E3/g;
const otherDigits = /(?![0-9])\p{Nd}|[\u2460-\u2469]/gu;

const fractions: Readonly<Record<string, string>> = { '½': '.5', '¼': '.25', '¾': '.75' };
/** "een 4tje". */
const diminutives = /(\d)'?tje\b/gi;
/** The ones of "9!!1!", typed without the shift key. */
const slippedMarks = /(?<=!)1+(?=!|$)/g;
/** "een8", "un9". */
const gluedArticles = /\b(een|un)(?=\d)/gi;
/** "9op10", "9 op10". */
const gluedJoints = /(\d) ?(op|sur|outof)(?=\d)/gi;
/** "5x⭐" and "⭐ x5". */
const timesStars = /(\d) ?[x×] ?(?=[⭐🌟★])/gu;
const starsTimes = /([⭐🌟★]\uFE0F?) ?[x×] ?(\d)/gu;
/** "on a scale of 1 to 10" names no score. */
const scales =
  /\b(?:on|op|sur) (?:a|an|een|une) (?:scale|schaal|[eé]chelle)(?: (?:of|from|out of|van|de))?(?: \d+ ?(?:to|tot|[aà]|-) ?)? ?\d+\??/giu;

/** The text without handles, links and quoted lines, with the digits of every script and keycap written as 0 to 9. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(quotedLines, '')
    .replace(links, ' ')
    .replace(handles, ' ')
    .replace(/\u{1F51F}/gu, '10')
    .replace(keycaps, '$1')
    .replace(otherDigits, toDigits)
    .replace(/(\d) ?([½¼¾])/g, (_, digit, part) => `${digit}${fractions[part]}`)
    .replace(diminutives, '$1')
    .replace(/\bje met\b/gi, 'je mets')
    .replace(slippedMarks, '')
    .replace(gluedArticles, '$1 ')
    .replace(gluedJoints, '$1 $2 ')
    .replace(timesStars, '$1 ')
    .replace(starsTimes, '$2 $1')
    .replace(scales, ' ')
    .trim();
}

/** The plain digits of one character: 9 for ９, ٩ and ⑨. */
function toDigits(character: string): string {
  const compatible = character.normalize('NFKC');
  if (/^[0-9]+$/.test(compatible)) return compatible;
  // The digits of a script are ten characters in a row that begin at a multiple of 16 or six after it.
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}
