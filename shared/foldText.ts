import { foldSigns, foldWord } from './foldWord.ts';

/**
 * A unit of the search index. A `word` is a run of letters and digits; an `emoji` is one pictograph or flag. Scripts without
 * spaces give overlapping `pair`s of signs and the `last` sign of each run, so that every substring is found:
 *
 *     "iPhone 荷物が"  ->  iphone | 荷物 物が が
 */
export interface TextToken {
  readonly kind: 'word' | 'emoji' | 'pair' | 'last';
  /** Its folded form. */
  readonly text: string;
  /** Where it starts and ends in the original text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** Where its first sign ends; differs from `end` for a `pair` only. */
  readonly firstEnd: number;
}

/**
 * Emoji with what modifies them (skin tone, variation, tags), flags, and the keycaps without a digit. Parts of a joined
 * emoji are matches of their own.
 */
const emoji = /[#*]\uFE0F?\u20E3|\p{RI}{1,2}|\p{Extended_Pictographic}[\p{EMod}\p{M}\p{Cf}]*/u.source;

/** Signs of scripts that put no spaces between words, and Hangul, where spaces are often left out. */
const unspaced =
  /(?=[\p{L}\p{M}\p{Nl}\p{No}])(?![\u02B0-\u036F])[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Hang}\p{scx=Yiii}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u
    .source;

/** Letters and digits, and symbols that stand for words: ㈱ ㌔ Ⓐ. Letters that look like an apostrophe end a word. */
const letter = `(?!${unspaced})(?![\\u02BB\\u02BC])[\\p{L}\\p{N}\\p{Co}\\u24B6-\\u24E9\\u3200-\\u33FF]`;

const segment = new RegExp(
  `(${emoji})|(${unspaced}(?:${unspaced}|[\\p{M}\\p{Cf}])*)|${letter}(?:${letter}|[\\p{M}\\p{Cf}])*`,
  'gu',
);

/**
 * The tokens of a text with their positions. The search index, queries, names and canned responses are all folded by this:
 * NFKC, full case folding, ASCII digits, no marks where a reader may leave them out, plain letters for œ, ø, ł and the like.
 */
export function tokenise(text: string): TextToken[] {
  const tokens: TextToken[] = [];
  for (const match of text.matchAll(segment)) {
    const [piece, pictograph, signs] = match;
    const start = match.index;
    if (signs !== undefined) tokens.push(...toPairs(signs, start));
    else {
      const kind = pictograph === undefined ? 'word' : 'emoji';
      const end = start + piece.length;
      const folded = kind === 'word' ? foldWord(piece) : [toBareEmoji(piece)];
      for (const one of folded) tokens.push({ kind, text: one, start, end, firstEnd: end });
    }
  }
  return tokens;
}

/**
 * A text as the search index stores it, for a tokenizer that knows ASCII only: its tokens, and between them nothing but
 * ASCII that is neither a letter nor a digit. What is ASCII already is left as it is.
 */
export function foldText(text: string): string {
  return isAscii.test(text) ? text : text.replace(foreignChunk, foldChunk);
}

/**
 * The tokens to look for when a person types `text`, which may start and end within a run of unspaced signs: "物が" is
 * looked for as one pair. A single sign is a `last` token, to be looked for as a prefix.
 */
export function tokeniseQuery(text: string): TextToken[] {
  const tokens = tokenise(text);
  const isAfterPair = tokens.at(-1)?.kind === 'last' && tokens.at(-2)?.kind === 'pair';
  return isAfterPair && tokens.at(-2)?.end === tokens.at(-1)?.end ? tokens.slice(0, -1) : tokens;
}

const isAscii = /^[\0-\x7F]*$/;

/** A run between ASCII separators that is not all ASCII. No token crosses them; # and * may start a keycap. */
const foreignChunk = /[#*0-9A-Za-z]*[^\0-\x7F][#*0-9A-Za-z\u0080-\uFFFF]*/g;

/** Words recur, so folded chunks are kept. Cleared when full, which is cheaper than evicting the least recently used. */
const chunks = new Map<string, string>();
const MAX_CHUNKS = 10_000;
const MAX_CHUNK_LENGTH = 32;

function foldChunk(chunk: string): string {
  const known = chunks.get(chunk);
  if (known !== undefined) return known;
  let folded = ' ';
  for (const token of tokenise(chunk)) folded += `${token.text} `;
  if (chunks.size >= MAX_CHUNKS) chunks.clear();
  if (chunk.length <= MAX_CHUNK_LENGTH) chunks.set(chunk, folded);
  return folded;
}

// 👍🏽 is found as 👍, ❤ as ❤️; a flag of tags (England) keeps them, since they are what tells it from others.
function toBareEmoji(emoji: string): string {
  if (emoji.startsWith('#')) return '＃';
  if (emoji.startsWith('*')) return '＊';
  return emoji.replace(/(?![\u{E0020}-\u{E007F}])[\p{EMod}\p{M}\p{Cf}]/gu, '');
}

function toPairs(run: string, at: number): TextToken[] {
  const signs = foldSigns(run);
  return signs.map(({ text, start, end }, n) => {
    const next = signs[n + 1];
    const place = { start: at + start, firstEnd: at + end, end: at + (next?.end ?? end) };
    return next ? { kind: 'pair', text: text + next.text, ...place } : { kind: 'last', text, ...place };
  });
}
