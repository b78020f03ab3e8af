import { decodeEntities } from '../x/text.ts';

/** An answer that may have arrived. */
export interface Sought {
  readonly text: string;
  readonly inReplyTo: string | null;
  /** When it may have left for the first time. */
  readonly since: number;
}

/** An own message as X shows it. */
export interface Candidate {
  readonly xId: string;
  readonly text: string;
  readonly at: number;
  readonly inReplyTo: string | null;
}

/** How much earlier than it left X's clock may have put the message. */
const CLOCKS_APART_MS = 120_000;

/**
 * The oldest own message that is this answer: same post answered, same words, not older than it. `isTaken`
 * tells which messages are known to be something else.
 */
export function matchSent<C extends Candidate>(
  sought: Sought,
  candidates: readonly C[],
  isTaken: (candidate: C) => boolean,
): C | null {
  const wanted = normaliseText(sought.text);
  const matching = candidates.filter(
    (one) =>
      one.inReplyTo === sought.inReplyTo &&
      one.at >= sought.since - CLOCKS_APART_MS &&
      normaliseText(one.text) === wanted &&
      !isTaken(one),
  );
  return matching.reduce<C | null>((oldest, one) => (oldest && oldest.at <= one.at ? oldest : one), null);
}

/** A text without what X changes in it: escapes, mentions in front, the form of letters, links and spaces. */
export function normaliseText(text: string): string {
  return decodeEntities(text)
    .normalize('NFC')
    .replace(/https?:\/\/(www\.)?/gi, '')
    .replace(/^(\s*@\w{1,20})+(?=\s|$)/, '')
    .replace(/\/+(?=\s|$)/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
