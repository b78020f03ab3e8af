import { toSnowflakeTime } from '../x/snowflake.ts';
import { decodeEntities } from '../x/text.ts';
import type { NoteRecord, TweetRecord } from './records.ts';

/** X stores a long text a moment before the post that begins with it. */
const NEAR_MS = 60_000;
/** At the end of the short text of a long post. */
const cutOff = /(?:…|\.\.\.)?\s*(?:https:\/\/t\.co\/\w+\s*)*$/;
const leadingHandles = /^(?:@\w{1,15}\s+)+/;

/** The long texts of an archive. Their ids are not those of their posts, which are found by time and words. */
export interface LongTexts {
  readonly count: number;
  /** The long text of a post: the one with the nearest id whose words begin like the post's, written within a minute; else null. */
  find(tweet: TweetRecord): NoteRecord | null;
}

interface Candidate {
  readonly note: NoteRecord;
  readonly id: bigint;
  readonly at: number;
  readonly words: string;
}

export function createLongTexts(notes: readonly NoteRecord[]): LongTexts {
  const sorted = notes.map(toCandidate).toSorted((a, b) => a.at - b.at);
  const find = (tweet: TweetRecord): NoteRecord | null => {
    const xId = tweet.id_str ?? tweet.id ?? '';
    const at = toSnowflakeTime(xId);
    const near = sorted.slice(findFirst(sorted, at - NEAR_MS), findFirst(sorted, at + NEAR_MS + 1));
    if (near.length === 0) return null;
    const beginning = toWords(toRaw(tweet).replace(cutOff, ''));
    const fitting = near.filter(
      ({ words }) => words.startsWith(beginning) && words.length > beginning.length,
    );
    const [best] = fitting.toSorted((a, b) => (distance(a.id, xId) < distance(b.id, xId) ? -1 : 1));
    return best?.note ?? null;
  };
  return { count: notes.length, find };
}

const toCandidate = (note: NoteRecord): Candidate => ({
  note,
  id: BigInt(note.noteTweetId),
  at: toSnowflakeTime(note.noteTweetId),
  words: toWords(note.core.text),
});

const toRaw = ({ full_text, text }: TweetRecord): string => full_text ?? text ?? '';

// The short links in them differ, and only one of the two may name the people who are replied to.
const toWords = (raw: string): string =>
  decodeEntities(raw)
    .replace(leadingHandles, '')
    .replaceAll(/https:\/\/t\.co\/\w+/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

function distance(id: bigint, xId: string): bigint {
  const between = id - BigInt(xId);
  return between < 0n ? -between : between;
}

/** The index of the first text that is not older than a time. */
function findFirst(sorted: readonly Candidate[], at: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
