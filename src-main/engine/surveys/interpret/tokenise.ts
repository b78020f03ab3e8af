/** A piece of a cleaned text: a word, a number, letters with digits (10h, S10), a sign such as an emoji, a mark, or a line's end. */
export interface Token {
  readonly kind: 'word' | 'number' | 'code' | 'sign' | 'mark' | 'line';
  readonly text: string;
  /** In lower case without accents, with a plain apostrophe; a lengthened letter is written twice at most. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

const word = String.raw`[\p{L}\p{M}]+(?:['’‘\u0060-][\p{L}\p{M}]+)*`;
const code = String.raw`\d+(?<separator>[:.,/-])\d+(?:\k<separator>\d+)+|\d+:\d+|\d+[.,]\d+(?=\p{L})|(?:\d+\p{L}|\p{L}+\d)[\p{L}\d]*(?:[.,]\d+)*`;
const number = String.raw`\d+(?:[.,]\d+)?`;
const sign = String.raw`[★☆✩✰]|(?=\p{Extended_Pictographic})\P{Ps}[\uFE0F\p{Emoji_Modifier}]*(?:\u200D\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]*)*|[:;=]-?[()DP|](?![\p{L}\d])`;
const pieces = new RegExp(
  `(?<code>${code})|(?<number>${number})|(?<sign>${sign})|(?<word>${word})|(?<line>\\n+)|(?<mark>[^\\s])`,
  'gu',
);
const kinds = ['code', 'number', 'sign', 'word', 'line', 'mark'] as const;

/** The tokens of a cleaned text in their order; spaces are none. */
export function tokenise(text: string): Token[] {
  return [...text.matchAll(pieces)].map((match) => {
    const kind = kinds.find((one) => match.groups?.[one] !== undefined) ?? 'mark';
    const found = match[0];
    return {
      kind,
      text: found,
      folded: kind === 'word' ? foldWord(found) : found,
      start: match.index,
      end: match.index + found.length,
    };
  });
}

// Without its accent, the French "à" of times and ranges would be the English article.
const foldWord = (word: string): string => (word === 'à' || word === 'À' ? 'à' : fold(word));

/** Words as the word lists have them. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return (isPlain.test(lower) ? lower : withoutAccents(lower)).replace(/(.)\1{2,}/gu, '$1$1');
}

// Most words are plain, and normalising takes longer than all else.
const isPlain = /^[a-z0-9' -]*$/;

const withoutAccents = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘`]/g, "'").replace(/œ/g, 'oe');
