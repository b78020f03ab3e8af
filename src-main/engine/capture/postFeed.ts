import type { Account } from '../../../shared/domain/account.ts';
import type { AppError } from '../../../shared/errors.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { countPostsSince } from '../store/countPosts.ts';
import { toFirstSnowflake, toSnowflakeTime } from '../x/snowflake.ts';
import type { XPostPage, XRange } from '../x/xClient.ts';
import type { CaptureContext } from './captureContext.ts';
import type { Asked, Feed } from './feed.ts';
import { reaches, toCertain } from './reach.ts';
import { type CapturedPage, storeCaptured } from './storeCaptured.ts';
import { isRepost, mentionToFacts, postToFacts } from './toFacts.ts';

/** The most that X gives in one page, and the least that it can be asked for. */
const PAGE_SIZE = 100;
const SMALLEST_PAGE = 5;
/** X may show a post later than a newer one; what is read twice on one day costs nothing. */
const SHOWN_LATE_MS = 60_000;
const EVERYTHING = Number.POSITIVE_INFINITY;

/** A source whose items are posts. */
export interface PostSource {
  readonly reach: Feed['reach'];
  readonly firstPages: number;
  ask(range: XRange): Promise<Result<XPostPage, AppError>>;
  /** Which posts of a page are messages, and which are only kept to understand others. */
  sort(page: XPostPage): Omit<CapturedPage, 'users' | 'unreadable'>;
}

/** What others wrote to the account. */
export function mentionsFeed(ctx: CaptureContext, account: Account): Feed {
  return toPostFeed(ctx, {
    reach: reaches.mentions,
    firstPages: EVERYTHING,
    ask: (range) => ctx.x.listMentions({ userId: account.id, ...range }, { source: 'mentions' }),
    sort: (page) => ({
      source: 'mentions',
      messages: page.posts.map((post) => mentionToFacts(post, account.id)),
      referenced: page.referenced.map((post) => postToFacts(post, account.id)),
    }),
  });
}

/**
 * What the account posted, here or elsewhere: an answer that was given on a telephone ends somebody's waiting. The first
 * round reads one page, since X bills each post and the older ones concern what was settled before Perch.
 */
export function ownPostsFeed(ctx: CaptureContext, account: Account): Feed {
  return toPostFeed(ctx, {
    reach: reaches.ownPosts,
    firstPages: 1,
    ask: (range) => ctx.x.listOwnPosts({ userId: account.id, ...range }, { source: 'ownPosts' }),
    sort: (page) => ({
      source: 'ownPosts',
      messages: [],
      referenced: page.posts.filter((post) => !isRepost(post)).map((post) => postToFacts(post, account.id)),
    }),
  });
}

/** Reads and stores the pages of a source of posts. */
export function toPostFeed(ctx: CaptureContext, source: PostSource): Feed {
  return {
    reach: source.reach,
    firstPages: source.firstPages,
    goesOnLater: false,
    takesRange: true,
    read: async (asked) => {
      const page = await source.ask(toRange(asked, source.reach));
      if (!page.ok) return page;
      const { posts, newestId, oldestId, users, unreadable, nextToken } = page.value;
      const change = await storeCaptured(ctx, { ...source.sort(page.value), users, unreadable });
      const ids = new Set([...posts.map((post) => post.id), newestId, oldestId].filter((id) => id !== null));
      return ok({ change, ids: [...ids], ...(nextToken === undefined ? {} : { nextToken }) });
    },
    toldAll: (sinceId, downTo) => toldAll(ctx, source, sinceId, downTo),
  };
}

async function toldAll(
  ctx: CaptureContext,
  { ask, reach }: PostSource,
  sinceId: string | null,
  downTo: string,
): Promise<Result<boolean, AppError>> {
  const page = await ask({ maxResults: SMALLEST_PAGE, untilId: downTo });
  if (!page.ok) return page;
  if (page.value.posts.length > 0 || page.value.newestId !== null) return ok(true);
  const known = sinceId === null ? ok(false) : await isThere(ctx, sinceId);
  if (!known.ok) return known;
  // The post that was to come up is there and X does not list it. Else the list may just be as short as that.
  if (known.value) return ok(false);
  return ok(
    reach.items === null || countPostsSince(ctx.db, toSnowflakeTime(downTo)) < toCertain(reach.items),
  );
}

async function isThere(ctx: CaptureContext, id: string): Promise<Result<boolean, AppError>> {
  const found = await ctx.x.getPosts([id]);
  return found.ok ? ok(found.value.posts.some((post) => post.editIds.at(-1) === id)) : found;
}

function toRange({ sinceId, untilId, token }: Asked, reach: Feed['reach']): XRange {
  return {
    maxResults: PAGE_SIZE,
    ...(sinceId === null ? {} : { sinceId: toOverlap(sinceId, reach) }),
    ...(untilId === null ? {} : { untilId }),
    ...(token === undefined ? {} : { token }),
  };
}

// The hits of a search are the dearest to read again, and nobody waits for what they missed.
function toOverlap(sinceId: string, { items }: Feed['reach']): string {
  return items === null ? sinceId : toFirstSnowflake(toSnowflakeTime(sinceId) - SHOWN_LATE_MS);
}
