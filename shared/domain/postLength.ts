import twitterText from 'twitter-text';
import type { Channel } from './reply.ts';

/** The most weighted characters that a post may hold (X, counting characters). */
export const POST_LIMIT = 280;

/**
 * The length of a post as X counts it: most scripts weigh 1, CJK and emoji 2, every URL 23.
 * Source: twitter-text 3.1.0, configuration v3.
 */
export function weightedLength(text: string): number {
  return twitterText.parseTweet(text).weightedLength;
}

/** How many weighted characters are left; negative when the text is too long. */
export function remainingLength(text: string): number {
  return POST_LIMIT - weightedLength(text);
}

/**
 * Whether X charges a reply as a post with a link: in public, whatever X turns into a link counts. A private message has
 * one price.
 */
export function hasPricedLink({
  channel,
  text,
}: {
  readonly channel: Channel;
  readonly text: string;
}): boolean {
  return channel === 'public' && twitterText.extractUrls(text).length > 0;
}
