import type { Account } from '#shared/domain/account.ts';
import type { SavedSearch } from '#shared/domain/savedSearch.ts';
import { HOUR_MS } from '#shared/time.ts';
import type { CaptureContext } from '../capture/captureContext.ts';
import type { Feed } from '../capture/feed.ts';
import { toPostFeed } from '../capture/postFeed.ts';
import { reaches, toHorizon } from '../capture/reach.ts';
import { type CapturedMessage, postToFacts } from '../capture/toFacts.ts';
import { listFoundBefore } from '../store/hits.ts';
import { getSavedSearch } from '../store/savedSearches.ts';
import { toSearchSource } from '../store/sources.ts';
import { toSnowflakeTime } from '../x/snowflake.ts';
import type { XPostPage, XRange } from '../x/xClient.ts';
import { isHit } from './isHit.ts';

/** X refuses ids from before its horizon, which moves on while the request is under way. */
const HORIZON_MARGIN_MS = HOUR_MS;

/**
 * What a saved search finds; null where there is no such search. The first round reads the newest page, since X bills each
 * post. Hits are context, shown in nobody's queue, unless the search takes all of them.
 */
export function searchFeed(ctx: CaptureContext, account: Account, searchId: string): Feed | null {
  const search = getSavedSearch(ctx.db, searchId);
  if (!search) return null;
  const source = toSearchSource(search.id);
  const feed = toPostFeed(ctx, {
    id: source,
    reach: reaches.search,
    firstPages: 1,
    ask: (range) =>
      ctx.x.searchRecent({ query: search.query, ...withinReach(range, ctx.clock.now()) }, { source }),
    sort: (page) => ({
      foundBy: search.id,
      messages: toHits(ctx, page, account, search),
      referenced: page.referenced.map((post) => postToFacts(post, account.id)),
    }),
  });
  return { ...feed, read: (asked) => feed.read(asked).then(tellHits(ctx)) };
}

// What was found before the search took everything stays as it was left.
function toHits(
  { db }: CaptureContext,
  { posts }: XPostPage,
  account: Account,
  { id, takesAll }: SavedSearch,
): CapturedMessage[] {
  const hits = posts.filter((post) => isHit(post, account.id)).map((post) => postToFacts(post, account.id));
  if (!takesAll) return hits;
  const xIds = hits.map((hit) => hit.xId);
  const before = listFoundBefore(db, id, xIds);
  return hits.map((hit) => (before.has(hit.xId) ? hit : { ...hit, role: 'wanted', reason: 'keyword' }));
}

function withinReach({ sinceId, ...range }: XRange, now: number): XRange {
  if (sinceId === undefined) return range;
  const isShown = toSnowflakeTime(sinceId) > toHorizon('search', now) + HORIZON_MARGIN_MS;
  return isShown ? { ...range, sinceId } : range;
}

type Read = Awaited<ReturnType<Feed['read']>>;

function tellHits(ctx: CaptureContext): (page: Read) => Read {
  return (page) => {
    if (page.ok && page.value.change.newHits > 0) ctx.emit({ name: 'listening.changed', params: {} });
    return page;
  };
}
