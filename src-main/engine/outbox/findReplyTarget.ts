import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Db } from '../store/open.ts';
import { getNewestPostId, getPostIdOf } from '../store/replyTargets.ts';

/** Where a public answer goes, as an agent says it. */
interface Wish {
  readonly conversationId: string;
  /** A message of the conversation or of its person; the person's newest post when absent. */
  readonly inReplyTo?: string | undefined;
}

/** The X id of the post that a public answer replies to. */
export function findReplyTarget(
  db: Db,
  { conversationId, inReplyTo }: Wish,
  personId: string,
): Result<string, AppError> {
  if (inReplyTo === undefined) {
    const newest = getNewestPostId(db, conversationId, personId);
    return newest === null ? err({ code: 'noPublicPost', conversationId }) : ok(newest);
  }
  const post = getPostIdOf(db, conversationId, personId, inReplyTo.replace(/^post-/, ''));
  return post === null ? err({ code: 'notFound', what: 'message', id: inReplyTo }) : ok(post);
}
