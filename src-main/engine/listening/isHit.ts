import { isRetweet } from '../capture/toFacts.ts';
import type { XPost } from '../x/xClient.ts';

/** Whether a post that a search found is a hit: what the account wrote itself and what only repeats another is none. */
export function isHit(post: XPost, accountId: string): boolean {
  return post.authorId !== accountId && !isRetweet(post);
}
