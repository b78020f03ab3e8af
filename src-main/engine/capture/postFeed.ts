import type { Account } from '#shared/domain/account.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { countPostsSince } from '../store/countPosts.ts';
import type { SourceId } from '../store/sources.ts';
import { toFirstSnowflake, toSnowflakeTime } from '../x/snowflake.ts';
import type { XPostPage, XRange } from '../x/xClient.ts';
import type { CaptureContext } from './captureContext.ts';
import { type Asked, type Feed, toEnd } from './feed.ts';
import { endUnknown, MOST_EMPTY_PAGES, nothingHeld } from './paging.ts';
import { reaches, toCertain } from './reach.ts';
import { type CapturedPage, storeCaptured } from './storeCaptured.ts';
import { isRepost, mentionToFacts, postToFacts } from './toFacts.ts';

/** The most that X gives in one page, and the least that it can be asked for. */
const PAGE_SIZE = 100;
const SMALLEST_PAGE = 5;
/** X may show a post later than a newer one; what is read twice on one day costs nothing. */
const SHOWN_LATE_MS = MINUTE_MS;
const EVERYTHING = Number.POSITIVE_INFINITY;

/** A source whose items are posts. */
export interface PostSource {
  readonly id: SourceId;
  readonly reach: Feed['reach'];
  readonly firstPages: number;
  ask(range: XRange): Promise<Result<XPostPage, AppError>>;
  /** Which posts of a page are messages, and which are only kept to understand others. */
  sort(page: XPostPage): Omit<CapturedPage, 'source' | 'users' | 'unreadable'>;
}

/** What others wrote to the account. */
export function mentionsFeed(ctx: CaptureContext, account: Account): Feed {
  return toPostFeed(ctx, {
    id: 'mentions',
    reach: reaches.mentions,
    firstPages: EVERYTHING,
    ask: (range) => ctx.x.listMentions({ userId: account.id, ...range }, { source: 'mentions' }),
    sort: (page) => ({
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
    id: 'ownPosts',
    reach: reaches.ownPosts,
    firstPages: 1,
    ask: (range) => ctx.x.listOwnPosts({ userId: account.id, ...range }, { source: 'ownPosts' }),
    sort: (page) => ({
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
      const { posts, newestId, oldestId, users, unreadable } = page.value;
      const change = await storeCaptured(ctx, {
        ...source.sort(page.value),
        source: source.id,
        users,
        unreadable,
      });
      const ids = new Set([...posts.map((post) => post.id), newestId, oldestId].filter((id) => id !== null));
      return ok({ change, ids: [...ids], ...toEnd(page.value) });
    },
    toldAll: (sinceId, downTo) => toldAll(ctx, source, sinceId, downTo),
  };
}

async function toldAll(
  ctx: CaptureContext,
  { id, ask, reach }: PostSource,
  sinceId: string | null,
  downTo: string,
): Promise<Result<boolean, AppError>> {
  const older = await showsOlder(ask, downTo);
  if (!older.ok || older.value) return older;
  const known = sinceId === null ? ok(false) : await isThere(ctx, sinceId, id);
  if (!known.ok) return known;
  // The post that was to come up is there and X does not list it. Else the list may just be as short as that.
  if (known.value) return ok(false);
  return ok(
    reach.items === null || countPostsSince(ctx.db, toSnowflakeTime(downTo)) < toCertain(reach.items),
  );
}

// A page may be empty because X passes over what nobody may see; only X's own word makes it the end.
async function showsOlder(ask: PostSource['ask'], untilId: string): Promise<Result<boolean, AppError>> {
  let next: Pick<XRange, 'token'> = {};
  for (let pages = 0; pages < MOST_EMPTY_PAGES; pages += 1) {
    const page = await ask({ maxResults: SMALLEST_PAGE, untilId, ...next });
    if (!page.ok) return page;
    const { posts, newestId, nextToken, endUnsaid } = page.value;
    if (posts.length > 0 || newestId !== null) return ok(true);
    if (nextToken === undefined) return endUnsaid ? err(endUnknown) : ok(false);
    next = { token: nextToken };
  }
  return err(nothingHeld);
}

async function isThere(
  ctx: CaptureContext,
  id: string,
  source: SourceId,
): Promise<Result<boolean, AppError>> {
  const found = await ctx.x.getPosts([id], { source });
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
