import type { Account } from '#shared/domain/account.ts';
import type { SavedSearch } from '#shared/domain/savedSearch.ts';
import { HOUR_MS } from '#shared/time.ts';
import type { CaptureContext, Feed, PageRequest } from '../capture/feed.ts';
import { lookbacks, toHorizon } from '../capture/lookback.ts';
import { createPostFeed } from '../capture/postFeed.ts';
import { type CapturedMessage, isRetweet, postToFacts } from '../capture/toFacts.ts';
import { isAuthorBlocked } from '../store/blockedAuthors.ts';
import { listKnownHits } from '../store/hits.ts';
import { getSavedSearch } from '../store/savedSearches.ts';
import { type SourceId, toSearchId } from '../store/sources.ts';
import { toSnowflakeTime } from '../x/snowflake.ts';
import type { XPost, XPostPage, XRange } from '../x/xClient.ts';

/** X rejects ids from before its horizon, which moves on while the request is on its way. */
const HORIZON_MARGIN_MS = HOUR_MS;

/**
 * The feed of a saved search, as capture's registry wants it; null if the search does not exist any more. The first read
 * takes the newest page only, because X bills every post. Hits are context and in nobody's queue, unless the search takes
 * all of them.
 */
export function searchFeed(ctx: CaptureContext, account: Account, id: SourceId): Feed | null {
  const search = getSavedSearch(ctx.db, toSearchId(id));
  if (!search) return null;
  const feed = createPostFeed(ctx, {
    id,
    lookback: lookbacks.search,
    maxFirstPages: 1,
    fetch: (range) =>
      ctx.x.searchRecent({ query: search.query, ...toShownRange(range, ctx.clock.now()) }, { source: id }),
    sort: (page) => ({
      foundBy: search.id,
      messages: toHits(ctx, page, account, search),
      referenced: page.referenced.map((post) => postToFacts(post, account.id)),
    }),
  });
  return {
    ...feed,
    read: async (request) => {
      const page = await feed.read(request);
      if (page.ok) emitNewHits(ctx, page.value.change.newHits, !search.takesAll && isNews(request));
      return page;
    },
  };
}

/** Whether a post that a search found is a hit: posts of the account itself and retweets are not. */
export function isHit(post: XPost, accountId: string): boolean {
  return post.authorId !== accountId && !isRetweet(post);
}

// Posts found before the search took everything stay as they are, and nobody waits for those by blocked authors.
function toHits(
  { db }: CaptureContext,
  { posts }: XPostPage,
  account: Account,
  { id, takesAll }: SavedSearch,
): CapturedMessage[] {
  const hits = posts.filter((post) => isHit(post, account.id)).map((post) => postToFacts(post, account.id));
  if (!takesAll) return hits;
  const xIds = hits.map((hit) => hit.xId);
  const known = listKnownHits(db, id, xIds);
  const isLeft = ({ xId, authorId }: CapturedMessage) => known.has(xId) || isAuthorBlocked(db, authorId);
  return hits.map((hit) => (isLeft(hit) ? hit : { ...hit, role: 'wanted', reason: 'keyword' }));
}

function toShownRange({ sinceId, ...range }: XRange, now: number): XRange {
  if (sinceId === undefined) return range;
  const isShown = toSnowflakeTime(sinceId) > toHorizon('search', now) + HORIZON_MARGIN_MS;
  return isShown ? { ...range, sinceId } : range;
}

/** Whether a page brings what people have just written. */
const isNews = ({ isFirst, untilId }: PageRequest) => !isFirst && untilId === null;

function emitNewHits(ctx: CaptureContext, count: number, areNews: boolean): void {
  if (count === 0) return;
  ctx.emit({ name: 'listening.changed', params: {} });
  if (areNews) ctx.emit({ name: 'listening.found', params: { count } });
}
