import { isSameText } from './sameText.ts';

/** A reply that may have arrived. */
export interface Sought {
  readonly text: string;
  readonly inReplyTo: string | null;
  /** Whether pictures go with it. */
  readonly hasFiles: boolean;
  /** When it may have left for the first time, by X's clock. */
  readonly since: number;
}

/** An own message as X shows it. */
export interface Candidate {
  readonly xId: string;
  readonly text: string;
  readonly at: number;
  readonly inReplyTo: string | null;
  /** The X ids of the posts that it quotes or shares. */
  readonly quotes: readonly string[];
}

/** How much earlier than it left X may date the message: its clock is known only roughly. */
export const CLOCKS_APART_MS = 120_000;

/**
 * Returns the oldest own message that can be this reply: to the same post, in the same words, not older than it. `isTaken`
 * rules out messages that are known to be another one.
 */
export function matchSent<C extends Candidate>(
  sought: Sought,
  candidates: readonly C[],
  isTaken: (candidate: C) => boolean,
): C | null {
  const matching = candidates.filter(
    (one) =>
      one.inReplyTo === sought.inReplyTo &&
      one.at >= sought.since - CLOCKS_APART_MS &&
      isSameText(sought.text, one.text, one.quotes, sought.hasFiles) &&
      !isTaken(one),
  );
  return matching.reduce<C | null>((oldest, one) => (oldest && oldest.at <= one.at ? oldest : one), null);
}
