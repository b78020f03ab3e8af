import type { Account } from '#shared/domain/account.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { getThreadPost } from '../store/parents.ts';
import { countPostsSince } from '../store/postRate.ts';
import { isFirstCycle, type SourceId } from '../store/sources.ts';
import { findVersion } from '../x/postReferences.ts';
import { toSnowflakeTime } from '../x/snowflake.ts';
import type { XPost, XPostPage, XRange } from '../x/xClient.ts';
import { type CaptureContext, type Feed, type PageRequest, toPageEnd } from './feed.ts';
import { lookbacks, toReliableCount } from './lookback.ts';
import { endNotGiven, MAX_EMPTY_PAGES, onlyEmptyPages } from './paging.ts';
import { type CapturedPage, storeCaptured } from './storeCaptured.ts';
import { isRetweet, listQuotedFacts, mentionToFacts, ownPostToFacts, postToFacts } from './toFacts.ts';

/** The largest and the smallest page that X gives. */
const PAGE_SIZE = 100;
const MIN_PAGE_SIZE = 5;

/** A source whose items are posts. */
export interface PostSource {
  readonly id: SourceId;
  readonly lookback: Feed['lookback'];
  readonly maxFirstPages: number;
  fetch(range: XRange): Promise<Result<XPostPage, AppError>>;
  /** Sorts the posts of a page into messages and posts that only give context. */
  sort(page: XPostPage): Omit<CapturedPage, 'source' | 'users' | 'unreadable'>;
}

/** Posts of others that mention the account. */
export function mentionsFeed(ctx: CaptureContext, account: Account): Feed {
  return createPostFeed(ctx, {
    id: 'mentions',
    lookback: lookbacks.mentions,
    maxFirstPages: Number.POSITIVE_INFINITY,
    fetch: (range) => ctx.x.listMentions({ userId: account.id, ...range }, { source: 'mentions' }),
    sort: (page) => sortMentions(ctx, account, page),
  });
}

/** Sorts a page of posts that mention or quote the account. */
export function sortMentions(
  ctx: CaptureContext,
  account: Account,
  page: XPostPage,
): ReturnType<PostSource['sort']> {
  return {
    messages: page.posts.map((post) => mentionToFacts(post, account.id, isOwnPost(ctx, account, page, post))),
    referenced: page.referenced.map((post) => postToFacts(post, account.id)),
  };
}

// X names the author of the post that is replied to, but that of a quoted one only if it sends that post too.
function isOwnPost(ctx: CaptureContext, account: Account, page: XPostPage, post: XPost) {
  return (xId: string): boolean => {
    const given = findVersion(page.referenced, xId);
    if (given) return given.authorId === account.id;
    const isRepliedTo = post.references.some(({ type, id }) => type === 'replied_to' && id === xId);
    if (isRepliedTo) return post.inReplyToUserId === account.id;
    return getThreadPost(ctx.db, xId)?.role === 'own';
  };
}

/**
 * Posts of the account itself, without its retweets: a reply that was given elsewhere, such as on a phone, means that
 * nobody waits for one any more. The first read takes one page, because X bills every post and older ones concern
 * conversations from before Perch.
 */
export function ownPostsFeed(ctx: CaptureContext, account: Account): Feed {
  return createPostFeed(ctx, {
    id: 'ownPosts',
    lookback: lookbacks.ownPosts,
    maxFirstPages: 1,
    fetch: (range) => ctx.x.listOwnPosts({ userId: account.id, ...range }, { source: 'ownPosts' }),
    sort: (page) => {
      const posts = page.posts.filter((post) => !isRetweet(post));
      const own = posts.map((post) => ownPostToFacts(post, page, account.id));
      const quoted = listQuotedFacts({ posts, referenced: page.referenced }, account.id);
      return { messages: [], referenced: [...own, ...quoted] };
    },
  });
}

/** A feed that fetches and stores the pages of a source of posts. */
export function createPostFeed(ctx: CaptureContext, source: PostSource): Feed {
  return {
    lookback: source.lookback,
    maxFirstPages: source.maxFirstPages,
    resumesFirstRead: false,
    supportsRange: true,
    read: async (request) => {
      const page = await source.fetch(toRange(request));
      if (!page.ok) return page;
      const { posts, newestId, oldestId, users, unreadable } = page.value;
      const change = await storeCaptured(ctx, {
        ...source.sort(page.value),
        source: source.id,
        users,
        unreadable,
        threads: isLastPage(ctx, source.id, request, page.value),
        // Only what a gap is missing has an upper end.
        isBackfill: request.untilId !== null,
        isFirst: request.isFirst ?? false,
      });
      const ids = new Set([...posts.map((post) => post.id), newestId, oldestId].filter((id) => id !== null));
      return ok({ change, ids: [...ids], ...toPageEnd(page.value) });
    },
    isComplete: (sinceId, oldestId) => isComplete(ctx, source, sinceId, oldestId),
  };
}

// Older pages that follow may have the messages with which conversations begin.
function isLastPage(
  { db }: CaptureContext,
  id: SourceId,
  { isFirst = false }: PageRequest,
  { nextToken, endUnknown }: XPostPage,
): boolean {
  return nextToken === undefined && !endUnknown && !isFirst && !isFirstCycle(db, id);
}

async function isComplete(
  ctx: CaptureContext,
  { id, fetch: fetchPage, lookback }: PostSource,
  sinceId: string | null,
  oldestId: string,
): Promise<Result<boolean, AppError>> {
  const older = await hasOlder(fetchPage, oldestId);
  if (!older.ok || older.value) return older;
  const known = sinceId === null ? ok(false) : await exists(ctx, sinceId, id);
  if (!known.ok) return known;
  // The newest known post still exists, yet X does not list it: the list was cut off.
  if (known.value) return ok(false);
  // Otherwise that post was deleted, and the list may be short because there is nothing more.
  const { items } = lookback;
  return ok(items === null || countPostsSince(ctx.db, toSnowflakeTime(oldestId)) < toReliableCount(items));
}

// Pages can be empty because X filters invisible posts, so only a page that says it is the last proves the end.
async function hasOlder(fetchPage: PostSource['fetch'], untilId: string): Promise<Result<boolean, AppError>> {
  let next: Pick<XRange, 'token'> = {};
  for (let pages = 0; pages < MAX_EMPTY_PAGES; pages += 1) {
    const page = await fetchPage({ maxResults: MIN_PAGE_SIZE, untilId, ...next });
    if (!page.ok) return page;
    const { posts, newestId, nextToken, endUnknown } = page.value;
    if (posts.length > 0 || newestId !== null) return ok(true);
    if (nextToken === undefined) return endUnknown ? err(endNotGiven) : ok(false);
    next = { token: nextToken };
  }
  return err(onlyEmptyPages);
}

async function exists(ctx: CaptureContext, id: string, source: SourceId): Promise<Result<boolean, AppError>> {
  const found = await ctx.x.getPosts([id], { source });
  return found.ok ? ok(found.value.posts.some((post) => post.editIds.at(-1) === id)) : found;
}

function toRange({ sinceId, rereadFrom, untilId, token }: PageRequest): XRange {
  const from = rereadFrom ?? sinceId;
  return {
    maxResults: PAGE_SIZE,
    ...(from === null ? {} : { sinceId: from }),
    ...(untilId === null ? {} : { untilId }),
    ...(token === undefined ? {} : { token }),
  };
}
