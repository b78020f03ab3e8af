import { compareIds } from '../base/ids.ts';
import { type Page, selectPage } from '../http/paging.ts';
import type { ParameterRules } from '../http/parameters.ts';
import { type HttpResponse, json } from '../http/response.ts';
import { type ListEnvelope, listEnvelope, pageMeta } from '../render/envelope.ts';
import { readFieldSelection } from '../render/fields.ts';
import { expandPosts } from '../render/includes.ts';
import { renderPost } from '../render/post.ts';
import type { Context } from '../state/context.ts';
import type { Post } from '../world/model.ts';
import { isListed } from '../world/world.ts';

/** The parameters that select a range of a list of posts. */
export const RANGE_RULES: ParameterRules = {
  since_id: { kind: 'id' },
  until_id: { kind: 'id' },
  start_time: { kind: 'time' },
  end_time: { kind: 'time' },
  pagination_token: { kind: 'text', max: 100 },
};

/**
 * Whether a post is within `since_id`, `until_id`, `start_time` and `end_time`; both ids and the end are exclusive.
 */
export function isInRange(query: URLSearchParams, post: Post): boolean {
  const sinceId = query.get('since_id');
  const untilId = query.get('until_id');
  const start = query.get('start_time');
  const end = query.get('end_time');
  if (sinceId !== null && compareIds(post.id, sinceId) <= 0) return false;
  if (untilId !== null && compareIds(post.id, untilId) >= 0) return false;
  if (start !== null && post.createdAt < Date.parse(start)) return false;
  return end === null || post.createdAt < Date.parse(end);
}

/** The page of `posts` (newest first) that `query` asks for, with the selected fields and expansions. */
export function respondWithPostPage(
  context: Context,
  query: URLSearchParams,
  posts: readonly Post[],
): HttpResponse {
  const listed = posts.filter((post) => isListed(post, context.clock.now()));
  const page = selectPage(listed, query, 10);
  if (!page.ok) return page.error;
  return json(200, renderPage(context, query, page.value));
}

/** A list of posts without paging; `missing` has an error for each post that was not found. */
export function postEnvelope(
  context: Context,
  query: URLSearchParams,
  posts: readonly Post[],
  missing: readonly object[],
): ListEnvelope {
  const selection = readFieldSelection(query, context);
  const expanded = expandPosts(context.world, posts, selection);
  const data = posts.map((post) => renderPost(context.world, post, selection));
  return listEnvelope(data, { ...expanded, errors: [...missing, ...expanded.errors] }, null);
}

function renderPage(context: Context, query: URLSearchParams, page: Page<Post>): ListEnvelope {
  const selection = readFieldSelection(query, context);
  const data = page.items.map((post) => renderPost(context.world, post, selection));
  return listEnvelope(data, expandPosts(context.world, page.items, selection), pageMeta(page, true));
}
