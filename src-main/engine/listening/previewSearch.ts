import type { EngineOutput } from '#shared/contract/engine.ts';
import type { Message, QuotedPost } from '#shared/domain/message.ts';
import type { SearchTerms } from '#shared/domain/savedSearch.ts';
import { toSearchQuery } from '#shared/domain/searchQuery.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { DAY_MS, MINUTE_MS } from '#shared/time.ts';
import { lookbacks } from '../capture/lookback.ts';
import { listQuotedIds } from '../capture/toFacts.ts';
import type { EngineContext } from '../context/context.ts';
import { getBudgetSettings } from '../store/budgetSettings.ts';
import type { XPost, XPostPage } from '../x/xClient.ts';
import { isHit } from './searchFeed.ts';

/** Posts of a preview: enough to judge a search by, for a few cents. */
const SAMPLE_SIZE = 25;
const DAYS_IN_A_MONTH = 30;
/** Each hit is checked for deletion once a day while X's search shows it. */
const CHECKS_PER_HIT = 7;
/** The posts of less than a minute say little about a day. */
const MIN_SPAN_MS = MINUTE_MS;

type Preview = EngineOutput<'savedSearches.preview'>;

/**
 * Runs a search once, for the price of its posts, and estimates what it would bring and cost: `hitsPerDay` follows from
 * the age of the posts, `usdPerMonth` covers finding posts and checking hits for deletion. Fails with `invalid` or
 * `queryTooLong` for terms that make no query, and with the errors of the X client.
 */
export async function previewSearch(
  ctx: EngineContext,
  terms: SearchTerms,
): Promise<Result<Preview, AppError>> {
  const account = ctx.account();
  const query = toSearchQuery(terms, account?.handle ?? null);
  if (!query.ok) return query;
  const request = { query: query.value, maxResults: SAMPLE_SIZE };
  const page = await ctx.x.searchRecent(request, { source: 'preview' });
  if (!page.ok) return page;
  const hits = page.value.posts.filter((post) => isHit(post, account?.id ?? ''));
  const perDay = toFrequency(page.value, ctx.clock.now());
  const { postRead } = getBudgetSettings(ctx.db).prices;
  return ok({
    query: query.value,
    sample: hits.map((post) => toMessage(post, page.value)),
    hitsPerDay: perDay(hits.length),
    usdPerMonth: perDay(page.value.posts.length + hits.length * CHECKS_PER_HIT) * DAYS_IN_A_MONTH * postRead,
  });
}

// A page without a successor covers the seven days that X shows; any other reaches back to its oldest post.
function toFrequency({ posts, nextToken }: XPostPage, now: number): (count: number) => number {
  const oldest = Math.min(...posts.map((post) => post.at));
  const span = nextToken === undefined ? (lookbacks.search.ms ?? DAY_MS) : now - oldest;
  return (count) => (count * DAY_MS) / Math.max(span, MIN_SPAN_MS);
}

function toMessage(post: XPost, page: XPostPage): Message {
  return {
    id: `post-${post.editIds[0] ?? post.id}`,
    xId: post.id,
    kind: 'post',
    direction: 'in',
    author: toAuthor(post, page),
    text: post.text,
    at: post.at,
    status: null,
    state: 'received',
    conversationId: null,
    inReplyTo: post.references.find((reference) => reference.type === 'replied_to')?.id ?? null,
    context: false,
    lang: post.lang,
    deletedAt: null,
    earlier: [],
    unreadable: false,
    links: [...post.links],
    media: [...post.media],
    attachments: [...post.attachments],
    quotes: listQuotedIds(post).map((xId) => ({ xId, post: toQuoted(xId, page) })),
  };
}

function toAuthor({ authorId }: XPost, { users }: XPostPage): Message['author'] {
  const author = users.find((user) => user.id === authorId);
  return { id: authorId, handle: author?.handle ?? '', name: author?.name ?? authorId };
}

function toQuoted(xId: string, page: XPostPage): QuotedPost['post'] {
  const post = page.referenced.find(({ id, editIds }) => id === xId || editIds.includes(xId));
  if (!post) return null;
  const { text, lang, at } = post;
  const lists = { links: [...post.links], media: [...post.media], attachments: [...post.attachments] };
  return {
    author: toAuthor(post, page),
    text,
    lang,
    ...lists,
    quotes: listQuotedIds(post),
    at,
    deletedAt: null,
  };
}
