import twitterText from 'twitter-text';

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

/** Whether a post holds what X turns into a link, and charges as one. */
export function hasUrl(text: string): boolean {
  return twitterText.extractUrls(text).length > 0;
}
