import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Db } from '../store/open.ts';
import { getNewestPostId, getPostIdOf } from '../store/replyTargets.ts';

/** The message that a public reply should go to. */
interface WantedTarget {
  readonly conversationId: string;
  /** A message of the conversation or of its person; the person's newest post when absent. */
  readonly inReplyTo?: string | undefined;
}

/** Returns the X id of the post that a public reply goes to, or `noPublicPost`, or `notFound` for a message that is not its. */
export function findReplyTarget(
  db: Db,
  { conversationId, inReplyTo }: WantedTarget,
  personId: string,
): Result<string, AppError> {
  if (inReplyTo === undefined) {
    const newest = getNewestPostId(db, conversationId, personId);
    return newest === null ? err({ code: 'noPublicPost', conversationId }) : ok(newest);
  }
  const post = getPostIdOf(db, conversationId, personId, inReplyTo.replace(/^post-/, ''));
  return post === null ? err({ code: 'notFound', what: 'message', id: inReplyTo }) : ok(post);
}
