import type { Account } from '../../../shared/domain/account.ts';
import { countViews } from '../store/conversations.ts';
import { compareXIds } from '../store/messages.ts';
import type { XPostPage } from '../x/xClient.ts';
import type { CaptureContext } from './captureContext.ts';
import { Paging, type PollOutcome } from './paging.ts';
import { storeCaptured } from './storeCaptured.ts';
import { mentionToFacts, postToFacts } from './toFacts.ts';

/** The most that X gives in one page. */
const PAGE_SIZE = 100;
/** Own posts that are read to see what was answered elsewhere: at first, and while somebody waits. */
const OWN_POSTS_AT_FIRST = 100;
const OWN_POSTS_WHILE_WAITING = 20;

/**
 * Captures all mentions after `sinceId`, newest first, each page stored as it arrives. The outcome names the newest
 * id only when every page was stored, so that a broken round leaves no hole behind.
 */
export async function pollMentions(
  ctx: CaptureContext,
  account: Account,
  sinceId: string | null,
): Promise<PollOutcome> {
  const paging = new Paging(sinceId);
  while (paging.more) {
    const page = await ctx.x.listMentions({
      userId: account.id,
      maxResults: PAGE_SIZE,
      ...(sinceId === null ? {} : { sinceId }),
      ...paging.token,
    });
    if (!page.ok) return paging.failed(page.error);
    const change = await storeMentions(ctx, account, page.value);
    paging.stored(change, newestOf(page.value), page.value.nextToken);
  }
  await readOwnPosts(ctx, account, sinceId === null, paging);
  return paging.done();
}

function storeMentions(ctx: CaptureContext, account: Account, page: XPostPage) {
  return storeCaptured(ctx, {
    source: 'mentions',
    messages: page.posts.map((post) => mentionToFacts(post, account.id)),
    referenced: page.referenced.map((post) => postToFacts(post, account.id)),
    users: page.users,
    unreadable: page.unreadable,
  });
}

// Answers that were given elsewhere, such as on a telephone, end somebody's waiting. Missing them does no harm.
async function readOwnPosts(
  ctx: CaptureContext,
  account: Account,
  first: boolean,
  paging: Paging,
): Promise<void> {
  if (!first && countViews(ctx.db, '').queue === 0) return;
  const page = await ctx.x.listOwnPosts(account.id, first ? OWN_POSTS_AT_FIRST : OWN_POSTS_WHILE_WAITING);
  if (!page.ok) {
    ctx.log('own posts could not be read', { code: page.error.code });
    return;
  }
  const answers = page.value.posts.filter((post) => post.inReplyToUserId !== null);
  const own = answers.map((post) => postToFacts(post, account.id));
  const { users, unreadable } = page.value;
  const change = await storeCaptured(ctx, {
    source: 'mentions',
    messages: [],
    referenced: own,
    users,
    unreadable,
  });
  paging.alsoChanged(change);
}

function newestOf(page: XPostPage): string | null {
  const ids = page.posts.map((post) => post.id);
  return [...ids, ...(page.newestId === null ? [] : [page.newestId])].toSorted(compareXIds).at(-1) ?? null;
}
