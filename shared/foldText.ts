import { foldLatinWord, foldSigns, foldWord, isLatinWord } from './foldWord.ts';

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
 * The tokens of a text with their positions. The search index, queries, names and canned responses are all folded by this:
 * NFKC, full case folding, ASCII digits, no marks where a reader may leave them out, plain letters for œ, ø, ł and the like.
 */
export function tokenise(text: string): TextToken[] {
  const tokens: TextToken[] = [];
  for (let at = 0; at < text.length; ) {
    const start = at;
    while (isAsciiWord(text.charCodeAt(at))) at += 1;
    if (text.charCodeAt(at) > 0x7f || isKeycapAt(text, at)) {
      at = toChunkEnd(text, at);
      for (const token of tokeniseChunk(text.slice(start, at))) tokens.push(shift(token, start));
    } else if (at > start) {
      const word = text.slice(start, at).toLowerCase();
      tokens.push({ kind: 'word', text: word, start, end: at, firstEnd: at });
    } else at += 1;
  }
  return tokens;
}

/**
 * A text as the search index stores it, for a tokenizer that knows ASCII only: its tokens, and between them nothing but
 * ASCII that is neither a letter nor a digit. What is ASCII already is left as it is.
 */
export function foldText(text: string): string {
  let folded = '';
  let done = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) <= 0x7f) continue;
    let start = at;
    while (start > done && isInForeign(text.charCodeAt(start - 1))) start -= 1;
    while (at < text.length && isInForeign(text.charCodeAt(at))) at += 1;
    folded += text.slice(done, start) + foldChunk(text.slice(start, at));
    done = at;
  }
  return done === 0 ? text : folded + text.slice(done);
}

/** The folded words of a name, separated by single spaces. */
export function foldName(name: string): string {
  return toWords(tokenise(name)).join(' ');
}

/** The folded forms of tokens. */
export function toWords(tokens: readonly TextToken[]): string[] {
  return tokens.map(({ text }) => text);
}

/**
 * The tokens to look for when a person types `text`, which may start and end within a run of unspaced signs: "物が" is
 * looked for as one pair. A single sign is a `last` token, to be looked for as a prefix.
 */
export function tokeniseQuery(text: string): TextToken[] {
  const tokens = tokenise(text);
  const [before, last] = tokens.slice(-2);
  const isInPair = before?.kind === 'pair' && last?.kind === 'last' && before.end === last.end;
  return isInPair ? tokens.slice(0, -1) : tokens;
}

/** Of a run between ASCII separators that is not all ASCII. No token crosses them; # and * may start a keycap. */
const isInForeign = (code: number): boolean =>
  code > 0x7f || isAsciiWord(code) || code === 0x23 || code === 0x2a;

function isAsciiWord(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a);
}

function isKeycapAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code === 0x23 || code === 0x2a) && text.charCodeAt(at + 1) > 0x7f;
}

function toChunkEnd(text: string, from: number): number {
  let at = from + 1;
  while (text.charCodeAt(at) > 0x7f || isAsciiWord(text.charCodeAt(at)) || isKeycapAt(text, at)) at += 1;
  return at;
}

function foldChunk(chunk: string): string {
  if (isLatinWord(chunk)) return foldLatinWord(chunk);
  const known = foldedChunks.get(chunk);
  if (known !== undefined) return known;
  let folded = ' ';
  for (const token of tokeniseChunk(chunk)) folded += `${token.text} `;
  keep(foldedChunks, chunk, folded);
  return folded;
}

function shift(token: TextToken, by: number): TextToken {
  const { kind, text, start, end, firstEnd } = token;
  return { kind, text, start: start + by, end: end + by, firstEnd: firstEnd + by };
}

/** Words recur, so chunks are kept. Cleared when full, which is cheaper than evicting the least recently used. */
const chunks = new Map<string, readonly TextToken[]>();
const foldedChunks = new Map<string, string>();
const MAX_CHUNKS = 5_000;
const MAX_CHUNK_LENGTH = 24;

function tokeniseChunk(chunk: string): readonly TextToken[] {
  const end = chunk.length;
  if (isLatinWord(chunk)) return [{ kind: 'word', text: foldLatinWord(chunk), start: 0, end, firstEnd: end }];
  const known = chunks.get(chunk);
  if (known !== undefined) return known;
  const tokens = [...chunk.matchAll(segment)].flatMap(toTokens);
  keep(chunks, chunk, tokens);
  return tokens;
}

function keep<T>(known: Map<string, T>, chunk: string, value: T): void {
  if (known.size >= MAX_CHUNKS) known.clear();
  if (chunk.length <= MAX_CHUNK_LENGTH) known.set(chunk, value);
}

/**
 * Emoji with what modifies them (skin tone, variation, tags), flags, and the keycaps without a digit. Parts of a joined
 * emoji are matches of their own.
 */
const emoji = /[#*]\uFE0F?\u20E3|\p{RI}{1,2}|\p{Extended_Pictographic}[\p{EMod}\p{M}\p{Cf}]*/u.source;

/** Signs of scripts that put no spaces between words, and Hangul, where spaces are often left out. */
const unspaced =
  /(?=[\p{L}\p{M}\p{Nl}])(?![\0-\u036F])[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Hang}\p{scx=Yiii}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u
    .source;

/** Letters and digits, and symbols that stand for words: ㈱ ㌔ Ⓐ. Letters that look like an apostrophe end a word. */
const letter = `(?!${unspaced})(?![\\u02BB\\u02BC])[\\p{L}\\p{N}\\p{Co}\\u24B6-\\u24E9\\u3200-\\u33FF]`;

const segment = new RegExp(
  `(${emoji})|(${unspaced}(?:${unspaced}|[\\p{M}\\p{Cf}])*)|${letter}(?:${letter}|[\\p{M}\\p{Cf}])*`,
  'gu',
);

function toTokens(match: RegExpExecArray): TextToken[] {
  const { 0: piece, 1: pictograph, 2: signs, index: start } = match;
  if (signs !== undefined) return toPairs(signs, start);
  const end = start + piece.length;
  if (pictograph === undefined) {
    return foldWord(piece).map((text) => ({ kind: 'word', text, start, end, firstEnd: end }));
  }
  return [{ kind: 'emoji', text: toBareEmoji(piece), start, end, firstEnd: end }];
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
