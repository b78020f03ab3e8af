import type { Account } from '#shared/domain/account.ts';
import type { AppError } from '#shared/errors.ts';
import { countAffordableChecks } from '../budget/monthlyCap.ts';
import { removeMessage } from '../conversations/removeMessage.ts';
import { emptyLog, listUncheckedPosts, markChecked, type StoredPost } from '../store/deletions.ts';
import { inTransaction } from '../store/sql.ts';
import type { XPost, XPostLookup } from '../x/xClient.ts';
import type { CaptureContext } from './captureContext.ts';
import { toHorizon } from './reach.ts';
import { storeCaptured } from './storeCaptured.ts';
import { postToFacts } from './toFacts.ts';

const HOUR_MS = 3_600_000;
/** A post is asked for again after this time, so that a deletion is followed within 24 hours. */
const CHECK_AFTER_MS = 20 * HOUR_MS;
/** Posts of resolved conversations are checked for this long; hits that nobody took as long as X's search shows them. */
const YOUNG_MS = 30 * 24 * HOUR_MS;
/** The posts of one call, and the calls of one round. */
const CALL_SIZE = 100;
const CALLS = 3;
const purpose = { source: 'deletions' };

/**
 * Asks X whether posts are still there that it was not asked for lately: those of unresolved conversations in any case, the
 * others as far as the money of the day goes. One that is gone becomes a tombstone, one that was edited gets its new
 * wording. Ends at the first failure; what was not checked has its turn in a later round.
 */
export async function checkPosts(ctx: CaptureContext, account: Account): Promise<AppError | null> {
  for (let call = 0; call < CALLS; call += 1) {
    const posts = listDue(ctx);
    if (posts.length === 0) return null;
    const ids = posts.map((post) => post.versionXId);
    const found = await ctx.x.getPosts(ids, purpose);
    if (!found.ok) return found.error;
    const newest = await getNewestVersions(ctx, found.value.posts);
    const changed = [
      ...(await storeVersions(ctx, account, found.value)),
      ...(newest ? await storeVersions(ctx, account, newest) : []),
      ...removeGone(ctx, posts, found.value.gone),
    ];
    if (changed.length > 0) {
      ctx.emit({ name: 'conversations.changed', params: { ids: [...new Set(changed)] } });
    }
    if (found.value.gone.length > 0) emptyLog(ctx.db);
  }
  return null;
}

function listDue(ctx: CaptureContext): readonly StoredPost[] {
  const now = ctx.clock.now();
  const young = { posts: now - YOUNG_MS, hits: toHorizon('search', now) };
  const posts = listUncheckedPosts(ctx.db, now - CHECK_AFTER_MS, young, CALL_SIZE);
  // A round comes every few seconds and mostly finds nothing due: then no money needs to be added up.
  const affordable = posts.length === 0 ? 0 : countAffordableChecks(ctx);
  return posts.filter(({ isResolved }, at) => !isResolved || at < affordable);
}

// X tells the version that it was asked for, and in it the ids of the later ones.
async function getNewestVersions(ctx: CaptureContext, posts: readonly XPost[]): Promise<XPostLookup | null> {
  const ids = posts.flatMap((post) => post.editIds.slice(-1).filter((id) => id !== post.id));
  if (ids.length === 0) return null;
  const found = await ctx.x.getPosts(ids, purpose);
  return found.ok ? found.value : null;
}

async function storeVersions(
  ctx: CaptureContext,
  account: Account,
  { posts, users, unreadable }: XPostLookup,
): Promise<readonly string[]> {
  const referenced = posts.map((post) => postToFacts(post, account.id));
  const page = { source: 'deletions', messages: [], referenced, users, unreadable };
  return (await storeCaptured(ctx, page)).changed;
}

function removeGone(
  ctx: CaptureContext,
  posts: readonly StoredPost[],
  gone: readonly string[],
): readonly string[] {
  const missing = new Set(gone);
  return inTransaction(ctx.db, () => {
    const ids = posts.map((post) => post.id);
    markChecked(ctx.db, ids, ctx.clock.now());
    return posts
      .filter((post) => missing.has(post.versionXId))
      .flatMap((post) => removeMessage(ctx, post.id));
  });
}
