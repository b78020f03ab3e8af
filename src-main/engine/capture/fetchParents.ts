import type { Account } from '#shared/domain/account.ts';
import type { AppError } from '#shared/errors.ts';
import { threadMessages } from '../conversations/thread.ts';
import {
  deleteWanted,
  getThreadPost,
  listWantedIds,
  listWantedParents,
  markUnavailable,
  type WantedParent,
} from '../store/parents.ts';
import { inTransaction } from '../store/sql.ts';
import { listConversationsShowing } from '../store/threading.ts';
import type { CaptureContext } from './captureContext.ts';
import { climbThread } from './climbThread.ts';
import { storeCaptured } from './storeCaptured.ts';
import { tellThreaded } from './tellThreaded.ts';
import { postToFacts } from './toFacts.ts';

/** The posts of one call, and the calls of one round: X bills each post. */
const CALL_SIZE = 100;
const CALLS = 20;

/**
 * Fetches what stands above people's messages until their threads are whole, or X does not show more. Ends at the first
 * failure; what is left has its turn in the next round.
 */
export async function fetchParents(ctx: CaptureContext, account: Account): Promise<AppError | null> {
  for (let call = 0; call < CALLS; call += 1) {
    const ids = listWantedIds(ctx.db, CALL_SIZE);
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
    const changed = inTransaction(ctx.db, () => {
      const linked = listWantedParents(ctx.db, ids).flatMap((wanted) => place(ctx, wanted));
      markUnavailable(ctx.db, ids, ctx.clock.now());
      const threaded = threadMessages(ctx);
      return { opened: threaded.opened, changed: [...new Set([...linked, ...threaded.changed])] };
    });
    tellThreaded(ctx, changed);
  }
  return null;
}

// A post that was found is no longer wanted, so that only the others are marked as unavailable after.
function place(ctx: CaptureContext, wanted: WantedParent): string[] {
  if (!getThreadPost(ctx.db, wanted.xId)) return [];
  deleteWanted(ctx.db, wanted);
  climbThread(ctx.db, { ...wanted, inReplyTo: wanted.xId, depth: wanted.depth - 1 });
  return listConversationsShowing(ctx.db, wanted.forMessageId);
}
