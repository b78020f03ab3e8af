import type { Context } from '../context.ts';
import { checkQuery, type ParameterRules, readList } from '../http/parameters.ts';
import { notFoundError } from '../http/problems.ts';
import type { ApiRequest } from '../http/request.ts';
import { type Answer, json } from '../http/response.ts';
import { POST_SHAPE_RULES } from '../render/fields.ts';
import type { Person, Post } from '../world/model.ts';
import { listPosts } from '../world/posts.ts';
import { answerPostPage, isWithin, STRETCH_RULES } from './posts.ts';

/** X gives no more than the newest 800 mentions and the newest 3200 own posts. */
const MENTIONS_IN_REACH = 800;
const OWN_POSTS_IN_REACH = 3200;

const TIMELINE_RULES: ParameterRules = {
  ...POST_SHAPE_RULES,
  ...STRETCH_RULES,
  max_results: { kind: 'integer', min: 5, max: 100 },
};
const OWN_POSTS_RULES: ParameterRules = {
  ...TIMELINE_RULES,
  exclude: { kind: 'list', values: new Set(['replies', 'retweets']) },
};

/** GET /2/users/:id/mentions: posts of others that name this user. */
export function getMentions(context: Context, request: ApiRequest): Answer {
  return answerTimeline(context, request, {
    rules: TIMELINE_RULES,
    inReach: MENTIONS_IN_REACH,
    isWanted: (post, { id, handle }) => post.authorId !== id && post.mentions.includes(handle.toLowerCase()),
  });
}

/** GET /2/users/:id/tweets: what this user posted. */
export function getUserPosts(context: Context, request: ApiRequest): Answer {
  const excluded = readList(request.query, 'exclude');
  return answerTimeline(context, request, {
    rules: OWN_POSTS_RULES,
    inReach: OWN_POSTS_IN_REACH,
    isWanted: (post, { id }) =>
      post.authorId === id &&
      !(excluded.includes('replies') && post.replyToId !== null) &&
      !(excluded.includes('retweets') && post.repostOfId !== null),
  });
}

interface Timeline {
  readonly rules: ParameterRules;
  /** How many of the newest posts X still gives. */
  readonly inReach: number;
  readonly isWanted: (post: Post, person: Person) => boolean;
}

function answerTimeline(context: Context, request: ApiRequest, timeline: Timeline): Answer {
  const { query, params } = request;
  const checked = checkQuery(query, timeline.rules);
  if (!checked.ok) return checked.error;
  const id = params.id ?? '';
  const person = context.world.people.get(id);
  if (!person) return json(200, { errors: [notFoundError('user', 'id', id)] });
  const all = listPosts(context.world, (post) => timeline.isWanted(post, person));
  const inReach = all.slice(0, timeline.inReach);
  return answerPostPage(
    context,
    query,
    inReach.filter((post) => isWithin(query, post)),
  );
}
