import type { Account } from '#shared/domain/account.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { DAY_MS, MINUTE_MS } from '#shared/time.ts';
import { emitThreaded } from '../conversations/threaded.ts';
import { threadMessages } from '../conversations/threading.ts';
import {
  beginQuotes,
  endQuotes,
  listQuotedMore,
  listUncountedPosts,
  type QuotedPostCount,
  skipCount,
} from '../store/quoteCounts.ts';
import { getQuotesFailure, putQuotesFailure } from '../store/quotesFailure.ts';
import { getSettings } from '../store/settings.ts';
import { inTransaction } from '../store/sql.ts';
import type { CaptureContext } from './feed.ts';
import { sortMentions } from './postFeed.ts';
import { type CapturedPage, storeCaptured } from './storeCaptured.ts';
import { postToFacts } from './toFacts.ts';

/** Quotes of posts that are older are noticed by the daily check for deletions only. */
const COUNT_MS = 7 * DAY_MS;
/** After a failure automatic poll cycles wait so long. */
const REST_MS = 15 * MINUTE_MS;
/** Posts per lookup, posts per poll cycle whose quotes are fetched, and pages of each. */
const CALL_SIZE = 100;
const MAX_POSTS = 20;
const MAX_PAGES = 32;
/** The smallest and the largest page that X gives. */
const MIN_PAGE = 10;
const MAX_PAGE = 100;
/** X counts quotes that it shows late or never. After so many fetches Perch expects no more. */
const MAX_TRIES = 3;
const purpose = { source: 'quotes' } as const;

/**
 * Fetches the new quotes of own posts, unless the workspace has switched that off:
 *
 *     own post read for any reason ──> X's count of its quotes ──> risen? ──> list of its quotes, newest first, to a known one
 *
 * Counting is free where a post is read anyway. Own posts of the last week that are no replies are looked up for it, too, at
 * intervals that grow with their age; X charges each once a day. Returns how many messages are new. A failure is kept for
 * `capture.status`, and what could not be fetched is fetched later.
 */
export async function fetchQuotes(ctx: CaptureContext, account: Account, all: boolean): Promise<number> {
  const failure = getQuotesFailure(ctx.db);
  const age = failure ? ctx.clock.now() - failure.at : REST_MS;
  if (!getSettings(ctx.db).captureQuotes || (!all && age >= 0 && age < REST_MS)) return 0;
  let added = 0;
  let error = await countQuotes(ctx, account);
  const posts = error ? [] : listQuotedMore(ctx.db, ctx.clock.now(), MAX_POSTS);
  for (const post of posts) {
    const fetched = await fetchQuotesOf(ctx, account, post);
    added += fetched.added;
    error = fetched.error;
    if (error) break;
  }
  if (error?.code !== 'engineGone') keepFailure(ctx, error);
  return added;
}

function keepFailure(ctx: CaptureContext, error: AppError | null): void {
  if (error) ctx.log('capture.quotesFailed', { code: error.code });
  else if (!getQuotesFailure(ctx.db)) return;
  putQuotesFailure(ctx.db, error && { at: ctx.clock.now(), error });
}

async function countQuotes(ctx: CaptureContext, account: Account): Promise<AppError | null> {
  const now = ctx.clock.now();
  const ids = listUncountedPosts(ctx.db, now - COUNT_MS, now, CALL_SIZE);
  if (ids.length === 0) return null;
  const found = await ctx.x.getPosts(ids, purpose);
  if (!found.ok) return found.error;
  const { posts, users, unreadable } = found.value;
  inTransaction(ctx.db, () => skipCount(ctx.db, ids, now));
  await store(ctx, {
    source: 'quotes',
    messages: [],
    referenced: posts.map((post) => postToFacts(post, account.id)),
    users,
    unreadable,
  });
  return null;
}

interface FetchedQuotes {
  readonly added: number;
  readonly error: AppError | null;
}

async function fetchQuotesOf(
  ctx: CaptureContext,
  account: Account,
  post: QuotedPostCount,
): Promise<FetchedQuotes> {
  const missing = post.counted - post.fetched;
  const maxResults = post.unfinished ? MAX_PAGE : Math.min(MAX_PAGE, Math.max(MIN_PAGE, missing));
  let added = 0;
  let token: string | undefined;
  inTransaction(ctx.db, () => beginQuotes(ctx.db, post.id));
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const page = await readPage(ctx, account, {
      postId: post.versionXId,
      maxResults,
      ...(token === undefined ? {} : { token }),
    });
    if (!page.ok) return { added, error: page.error };
    added += page.value.added;
    token = page.value.nextToken;
    // Below a known quote all are known, unless the last read was interrupted.
    const isKnown = page.value.items > 0 && page.value.added === 0 && !post.unfinished;
    if (token === undefined || isKnown) break;
  }
  const isDone = added >= missing || post.tries + 1 >= MAX_TRIES;
  const end = isDone
    ? { fetched: post.counted, tries: 0 }
    : { fetched: post.fetched + added, tries: post.tries + 1 };
  inTransaction(ctx.db, () => endQuotes(ctx.db, { id: post.id, ...end }, ctx.clock.now()));
  return { added, error: null };
}

async function readPage(
  ctx: CaptureContext,
  account: Account,
  range: Parameters<CaptureContext['x']['listQuotes']>[0],
): Promise<Result<{ added: number; items: number; nextToken: string | undefined }, AppError>> {
  const page = await ctx.x.listQuotes(range, purpose);
  if (!page.ok) return err(page.error);
  const { posts, users, unreadable, nextToken } = page.value;
  const added = await store(ctx, {
    ...sortMentions(ctx, account, page.value),
    source: 'quotes',
    users,
    unreadable,
  });
  return ok({ added, items: posts.length, nextToken });
}

/** Stores and threads a page, and returns how many messages are new. */
async function store(ctx: CaptureContext, page: CapturedPage): Promise<number> {
  const { added, changed } = await storeCaptured(ctx, page);
  emitThreaded(ctx, threadMessages(ctx), changed);
  return added;
}
