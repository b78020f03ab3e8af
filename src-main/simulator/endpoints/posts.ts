import type { Context } from '../context.ts';
import { cutPage, type Page } from '../http/paging.ts';
import type { ParameterRules } from '../http/parameters.ts';
import { type Answer, json } from '../http/response.ts';
import { type ListEnvelope, listEnvelope, pageMeta } from '../render/envelope.ts';
import { readShape } from '../render/fields.ts';
import { expandPosts } from '../render/includes.ts';
import { renderPost } from '../render/post.ts';
import { isShown } from '../world/hideNew.ts';
import { compareIds } from '../world/ids.ts';
import type { Post } from '../world/model.ts';

/** The parameters of a list of posts that say which stretch of it is wanted. */
export const STRETCH_RULES: ParameterRules = {
  since_id: { kind: 'id' },
  until_id: { kind: 'id' },
  start_time: { kind: 'time' },
  end_time: { kind: 'time' },
  pagination_token: { kind: 'text', max: 100 },
};

/** Whether a post lies within since_id, until_id, start_time and end_time. */
export function isWithin(query: URLSearchParams, post: Post): boolean {
  const sinceId = query.get('since_id');
  const untilId = query.get('until_id');
  const start = query.get('start_time');
  const end = query.get('end_time');
  if (sinceId !== null && compareIds(post.id, sinceId) <= 0) return false;
  if (untilId !== null && compareIds(post.id, untilId) >= 0) return false;
  if (start !== null && post.createdAt < Date.parse(start)) return false;
  return end === null || post.createdAt < Date.parse(end);
}

/** One page of `posts`, newest first, with what was asked for. */
export function answerPostPage(context: Context, query: URLSearchParams, posts: readonly Post[]): Answer {
  const shown = posts.filter((post) => isShown(post, context.clock.now()));
  const page = cutPage(shown, query, 10);
  if (!page.ok) return page.error;
  return json(200, renderPage(context, query, page.value));
}

/** Posts without paging, with `errors` for what was not found. */
export function postEnvelope(
  context: Context,
  query: URLSearchParams,
  posts: readonly Post[],
  missing: readonly object[],
): ListEnvelope {
  const shape = readShape(query, context.naming, context.baseUrl);
  const expanded = expandPosts(context.world, posts, shape);
  const data = posts.map((post) => renderPost(context.world, post, shape));
  return listEnvelope(data, { ...expanded, errors: [...missing, ...expanded.errors] }, null);
}

function renderPage(context: Context, query: URLSearchParams, page: Page<Post>): ListEnvelope {
  const shape = readShape(query, context.naming, context.baseUrl);
  const data = page.items.map((post) => renderPost(context.world, post, shape));
  return listEnvelope(data, expandPosts(context.world, page.items, shape), pageMeta(page, true));
}
