import type { CapturedMessage } from '#engine/capture/toFacts.ts';
import { textOf } from './texts.ts';

const EPOCH_MS = 1_288_834_974_657n;
const START = Date.UTC(2024, 0, 1);
const GAP_MS = 7_000;

/** Returns a generator of numbers from 0 to 1 that depend on the seed only. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Who writes: anybody among a quarter as many people as messages, or as in real life, mostly somebody of late. */
export type Writers = 'anybody' | 'ofLate';

/** So many people wrote last, one message in four is of somebody new. */
const OF_LATE = 400;

/** Returns a function that returns the id of the person who writes next. */
export function createWriters(writers: Writers, total: number, random: () => number): () => string {
  if (writers === 'anybody') return () => String(1 + Math.floor(random() * Math.max(1, total / 4)));
  const ofLate: string[] = [];
  let known = 0;
  return () => {
    const writer = random() < 0.25 ? undefined : ofLate[Math.floor(random() * ofLate.length)];
    if (writer !== undefined) return writer;
    known += 1;
    ofLate.push(String(known));
    if (ofLate.length > OF_LATE) ofLate.shift();
    return String(known);
  };
}

/** Message number `n` of a corpus, by `personId`. */
export function messageAt(n: number, personId: string, random: () => number): CapturedMessage {
  const at = START + n * GAP_MS;
  const xId = String((BigInt(at) - EPOCH_MS) << 22n);
  return {
    kind: n % 5 === 0 ? 'dm' : 'post',
    xId,
    versionXId: xId,
    versions: [],
    role: 'wanted',
    reason: 'mention',
    authorId: personId,
    personId,
    text: textOf(10 + Math.floor(random() * 25), random),
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

/** Which part of a corpus of `total` messages, who writes them, and how many make a batch. */
export interface CorpusPart {
  readonly from: number;
  readonly to: number;
  readonly total: number;
  readonly writers?: Writers;
  readonly size?: number;
}

/** Yields the messages `from` (inclusive) to `to` (exclusive) of a corpus in batches. */
export function* batchesOf(
  { from, to, total, writers = 'anybody', size = 1_000 }: CorpusPart,
  random: () => number,
): Generator<CapturedMessage[]> {
  const nextWriter = createWriters(writers, total, random);
  for (let n = from; n < to; n += size) {
    const length = Math.min(size, to - n);
    yield Array.from({ length }, (_, index) => messageAt(n + index, nextWriter(), random));
  }
}
