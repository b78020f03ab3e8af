import type { EngineOutput } from '#shared/contract/engine.ts';
import type { Message } from '#shared/domain/message.ts';
import type { SearchTerms } from '#shared/domain/savedSearch.ts';
import { toSearchQuery } from '#shared/domain/searchQuery.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { reaches } from '../capture/reach.ts';
import type { EngineContext } from '../context.ts';
import { getBudgetSettings } from '../store/budgetSettings.ts';
import type { XPost, XPostPage, XUser } from '../x/xClient.ts';
import { isHit } from './isHit.ts';

/** How many posts a preview asks for: enough to judge a search by, for a few cents. */
const SAMPLE_SIZE = 25;
const DAY_MS = 24 * 3_600_000;
const DAYS_IN_A_MONTH = 30;
/** Each hit is asked for again once a day while X's search shows it, so that a deletion is followed. */
const CHECKS_OF_A_HIT = 7;
/** Posts of one minute say little about a day. */
const SHORTEST_SPAN_MS = 60_000;

type Preview = EngineOutput<'savedSearches.preview'>;

/**
 * Asks X once what a search would bring. How much that is in a day follows from how old it is; the price of a month counts
 * finding the posts and checking whether the hits are still there.
 */
export async function previewSearch(
  ctx: EngineContext,
  terms: SearchTerms,
): Promise<Result<Preview, AppError>> {
  const account = ctx.account();
  const query = toSearchQuery(terms, account?.handle ?? null);
  if (!query.ok) return query;
  const asked = { query: query.value, maxResults: SAMPLE_SIZE };
  const page = await ctx.x.searchRecent(asked, { source: 'preview' });
  if (!page.ok) return page;
  const hits = page.value.posts.filter((post) => isHit(post, account?.id ?? ''));
  const perDay = toFrequency(page.value, ctx.clock.now());
  const { postRead } = getBudgetSettings(ctx.db).prices;
  return ok({
    query: query.value,
    sample: hits.map((post) => toMessage(post, page.value.users)),
    hitsPerDay: perDay(hits.length),
    usdPerMonth: perDay(page.value.posts.length + hits.length * CHECKS_OF_A_HIT) * DAYS_IN_A_MONTH * postRead,
  });
}

// A page that X could not fill is all of seven days; a full one reaches back to its oldest post.
function toFrequency({ posts, nextToken }: XPostPage, now: number): (count: number) => number {
  const oldest = Math.min(...posts.map((post) => post.at));
  const span = nextToken === undefined ? (reaches.search.ms ?? DAY_MS) : now - oldest;
  return (count) => (count * DAY_MS) / Math.max(span, SHORTEST_SPAN_MS);
}

function toMessage(post: XPost, users: readonly XUser[]): Message {
  const author = users.find((user) => user.id === post.authorId);
  return {
    id: `post-${post.editIds[0] ?? post.id}`,
    xId: post.id,
    kind: 'post',
    direction: 'in',
    author: { id: post.authorId, handle: author?.handle ?? '', name: author?.name ?? post.authorId },
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
  };
}
