import type { CapturedMessage } from '#engine/capture/toFacts.ts';

const EPOCH_MS = 1_288_834_974_657n;
const START = Date.UTC(2024, 0, 1);
const GAP_MS = 7_000;
const VOCABULARY = 60_000;
const ONSETS = [
  '',
  'b',
  'd',
  'f',
  'gr',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'qu',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
];
const VOWELS = ['a', 'aan', 'e', 'é', 'en', 'er', 'i', 'ing', 'o', 'on', 'ou', 'u'];
/** Enough of them that word prefixes are about as rare as in a natural language. */
const SYLLABLES = ONSETS.flatMap((onset) => VOWELS.map((vowel) => onset + vowel));

/** Returns a generator of numbers from 0 to 1 that depend on the seed only. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The made-up word of a frequency rank. */
export function wordAt(rank: number): string {
  let word = '';
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    word += SYLLABLES[rest % SYLLABLES.length] ?? '';
  }
  return word;
}

/** A random rank, distributed roughly by Zipf's law: a few words make up most of a text. */
export function randomRank(random: () => number): number {
  return Math.floor(VOCABULARY ** random()) - 1;
}

/** Message number `n` of a corpus in which each person writes about four messages. */
export function messageAt(n: number, total: number, random: () => number): CapturedMessage {
  const at = START + n * GAP_MS;
  const xId = String((BigInt(at) - EPOCH_MS) << 22n);
  const personId = String(1 + Math.floor(random() * Math.max(1, total / 4)));
  const words = Array.from({ length: 10 + Math.floor(random() * 25) }, () => wordAt(randomRank(random)));
  return {
    kind: n % 5 === 0 ? 'dm' : 'post',
    xId,
    versionXId: xId,
    versions: [],
    role: 'wanted',
    reason: 'mention',
    authorId: personId,
    personId,
    text: words.join(' '),
    at,
    inReplyTo: null,
    threadId: xId,
    lang: 'en',
    links: [],
    media: [],
    attachments: [],
    quotes: [],
    unreadable: false,
    refersTo: [],
    quoteCount: null,
    mentions: [],
  };
}

/** Yields the messages `from` (inclusive) to `to` (exclusive) of a corpus of `total`, in batches of `size`. */
export function* batchesOf(
  { from, to, total }: { readonly from: number; readonly to: number; readonly total: number },
  random: () => number,
  size = 1_000,
): Generator<CapturedMessage[]> {
  for (let n = from; n < to; n += size) {
    const length = Math.min(size, to - n);
    yield Array.from({ length }, (_, index) => messageAt(n + index, total, random));
  }
}
