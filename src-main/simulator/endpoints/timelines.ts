import { checkQuery, type ParameterRules, readList } from '../http/parameters.ts';
import { notFoundError } from '../http/problems.ts';
import type { ApiRequest } from '../http/request.ts';
import { type HttpResponse, json } from '../http/response.ts';
import { postFieldRules } from '../render/fields.ts';
import { isQuoteOf } from '../render/post.ts';
import type { Context } from '../state/context.ts';
import type { Person, Post } from '../world/model.ts';
import { getPost, listPosts } from '../world/posts.ts';
import { isInRange, RANGE_RULES, respondWithPostPage } from './postPage.ts';

/** X returns at most the newest 800 mentions and the newest 3200 own posts. */
const MAX_MENTIONS = 800;
const MAX_OWN_POSTS = 3200;

const TIMELINE_RULES: ParameterRules = {
  ...RANGE_RULES,
  max_results: { kind: 'integer', min: 5, max: 100 },
};
const OWN_POSTS_RULES: ParameterRules = {
  ...TIMELINE_RULES,
  exclude: { kind: 'list', values: new Set(['replies', 'retweets']) },
};
const QUOTES_RULES: ParameterRules = {
  max_results: { kind: 'integer', min: 10, max: 100 },
  pagination_token: { kind: 'text', max: 100 },
  exclude: { kind: 'list', values: new Set(['replies', 'retweets']) },
};

/** GET /2/users/:id/mentions: posts by others that mention this user. */
export function getMentions(context: Context, request: ApiRequest): HttpResponse {
  return respondWithTimeline(context, request, {
    rules: TIMELINE_RULES,
    maxPosts: MAX_MENTIONS,
    includes: (post, { id, handle }) => post.authorId !== id && post.mentions.includes(handle.toLowerCase()),
  });
}

/** GET /2/users/:id/tweets: posts by this user. */
export function getUserPosts(context: Context, request: ApiRequest): HttpResponse {
  const excluded = readList(request.query, 'exclude');
  return respondWithTimeline(context, request, {
    rules: OWN_POSTS_RULES,
    maxPosts: MAX_OWN_POSTS,
    includes: (post, { id }) =>
      post.authorId === id &&
      !(excluded.includes('replies') && post.replyToId !== null) &&
      !(excluded.includes('retweets') && post.repostOfId !== null),
  });
}

/** GET /2/tweets/:id/quote_tweets: posts that quote this one. X has no range for them. */
export function getQuotes(context: Context, { query, params }: ApiRequest): HttpResponse {
  const checked = checkQuery(query, { ...postFieldRules(context.naming), ...QUOTES_RULES });
  if (!checked.ok) return checked.error;
  const id = params.id ?? '';
  const post = getPost(context.world, id);
  if (!post) return json(200, { errors: [notFoundError('tweet', 'id', id)] });
  const withReplies = !readList(query, 'exclude').includes('replies');
  const quotes = listPosts(
    context.world,
    (other) => isQuoteOf(post, other) && (withReplies || other.replyToId === null),
  );
  return respondWithPostPage(context, query, quotes);
}

interface Timeline {
  readonly rules: ParameterRules;
  /** How many of the newest posts X returns at most, over all pages. */
  readonly maxPosts: number;
  readonly includes: (post: Post, person: Person) => boolean;
}

function respondWithTimeline(context: Context, request: ApiRequest, timeline: Timeline): HttpResponse {
  const { query, params } = request;
  const checked = checkQuery(query, { ...postFieldRules(context.naming), ...timeline.rules });
  if (!checked.ok) return checked.error;
  const id = params.id ?? '';
  const person = context.world.people.get(id);
  if (!person) return json(200, { errors: [notFoundError('user', 'id', id)] });
  const all = listPosts(context.world, (post) => timeline.includes(post, person));
  const available = all.slice(0, timeline.maxPosts);
  return respondWithPostPage(
    context,
    query,
    available.filter((post) => isInRange(query, post)),
  );
}
