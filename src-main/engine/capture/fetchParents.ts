import type { Account } from '#shared/domain/account.ts';
import type { AppError } from '#shared/errors.ts';
import { emitThreaded } from '../conversations/threaded.ts';
import { threadMessages } from '../conversations/threading.ts';
import {
  deleteMissingParent,
  getThreadPost,
  listMissingParentIds,
  listMissingParents,
  type MissingParent,
  markUnavailable,
} from '../store/parents.ts';
import { inTransaction } from '../store/sql.ts';
import { listConversationsShowing } from '../store/threading.ts';
import { climbThread } from './climbThread.ts';
import type { CaptureContext } from './feed.ts';
import { storeCaptured } from './storeCaptured.ts';
import { postToFacts } from './toFacts.ts';

/** Posts per call, and calls per poll cycle: X bills every post. */
const CALL_SIZE = 100;
const MAX_CALLS = 20;

/**
 * Fetches the posts above people's messages until their threads are complete or X does not show more. Returns the first
 * error, or null; what is still missing is fetched in the next poll cycle.
 */
export async function fetchParents(ctx: CaptureContext, account: Account): Promise<AppError | null> {
  for (let call = 0; call < MAX_CALLS; call += 1) {
    const ids = listMissingParentIds(ctx.db, CALL_SIZE);
    if (ids.length === 0) return null;
    const found = await ctx.x.getPosts(ids, { source: 'parents' });
    if (!found.ok) return found.error;
    const { posts, referenced, users, unreadable } = found.value;
    await storeCaptured(ctx, {
      source: 'parents',
      messages: [],
      referenced: [...posts, ...referenced].map((post) => postToFacts(post, account.id)),
      users,
      unreadable,
    });
    const { linked, threaded } = inTransaction(ctx.db, () => {
      const linked = listMissingParents(ctx.db, ids).flatMap((parent) => linkFound(ctx, parent));
      // Those that were found are deleted by now, so the rest are unavailable.
      markUnavailable(ctx.db, ids, ctx.clock.now());
      return { linked, threaded: threadMessages(ctx) };
    });
    emitThreaded(ctx, threaded, linked);
  }
  return null;
}

/** Links a parent if it has been stored, and returns the conversations that show it. */
function linkFound({ db }: CaptureContext, parent: MissingParent): string[] {
  if (!getThreadPost(db, parent.xId)) return [];
  deleteMissingParent(db, parent);
  climbThread(db, { ...parent, inReplyTo: parent.xId, depth: parent.depth - 1 });
  return listConversationsShowing(db, parent.forMessageId);
}
