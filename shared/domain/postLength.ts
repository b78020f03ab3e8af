import twitterText from 'twitter-text';
import { listPostLinks } from './postLinks.ts';
import type { Channel } from './reply.ts';

/** The most weighted characters that a post may hold (X, counting characters). */
export const POST_LIMIT = 280;

/** The most characters (code points) that a private message may hold. */
export const DM_LIMIT = 10_000;

/** The signs that X refuses in a post: byte order marks and noncharacters, which draw nothing. */
const invalidSigns = /[\ufffe\uffff\ufeff]/g;

/** How many signs of a text X refuses. */
export const countInvalid = (text: string): number => text.match(invalidSigns)?.length ?? 0;

/** A text as it can be sent: without the signs that X refuses, and without spaces around it. */
export const toSendable = (text: string): string => text.replace(invalidSigns, '').trim();

/** The number of characters of a private message, as X limits it. */
export const dmLength = (text: string): number => [...toSendable(text)].length;

/** A link that twitter-text knows, in place of one that it does not: every link weighs the same. */
const ANY_LINK = 'https://t.co/0123456789';

/**
 * The length of a post as X counts it: most scripts weigh 1, CJK and emoji 2, every URL 23.
 * Source: twitter-text 3.1.0, configuration v3.
 */
export function weightedLength(text: string): number {
  const sendable = text.replace(invalidSigns, '');
  const known = listPostLinks(sendable).reduceRight(
    (left, { start, end }) => `${left.slice(0, start)}${ANY_LINK}${left.slice(end)}`,
    sendable,
  );
  return twitterText.parseTweet(known).weightedLength;
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
  return channel === 'public' && listPostLinks(text).length > 0;
}
