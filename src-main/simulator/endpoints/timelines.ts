import type { Context } from '../context.ts';
import { type Answer, json } from '../http/answer.ts';
import { checkQuery, type ParameterRules, readList } from '../http/parameters.ts';
import { notFoundError } from '../http/problems.ts';
import type { ApiRequest } from '../http/request.ts';
import { POST_SHAPE_RULES } from '../render/fields.ts';
import type { Post } from '../world/model.ts';
import { listPosts } from '../world/posts.ts';
import { answerPostPage, isWithin } from './posts.ts';

/** X gives no more than the newest 800 mentions and the newest 3200 own posts. */
const MENTIONS_IN_REACH = 800;
const OWN_POSTS_IN_REACH = 3200;

const TIMELINE_RULES: ParameterRules = {
  ...POST_SHAPE_RULES,
  max_results: { kind: 'integer', min: 5, max: 100 },
  since_id: { kind: 'id' },
  until_id: { kind: 'id' },
  start_time: { kind: 'time' },
  end_time: { kind: 'time' },
  pagination_token: { kind: 'text', max: 100 },
};
const OWN_POSTS_RULES: ParameterRules = {
  ...TIMELINE_RULES,
  exclude: { kind: 'list', values: new Set(['replies', 'retweets']) },
};

/** GET /2/users/:id/mentions: posts of others that name this user. */
export function getMentions(context: Context, request: ApiRequest): Answer {
  const checked = checkQuery(request.query, TIMELINE_RULES);
  if (!checked.ok) return checked.error;
  const person = context.world.people.get(request.params.id ?? '');
  if (!person) return unknownUser(request);
  const handle = person.handle.toLowerCase();
  const isMention = (post: Post): boolean => post.authorId !== person.id && post.mentions.includes(handle);
  const inReach = listPosts(context.world, isMention).slice(0, MENTIONS_IN_REACH);
  return answerPostPage(
    context,
    request.query,
    inReach.filter((post) => isWithin(request.query, post)),
  );
}

/** GET /2/users/:id/tweets: what this user posted. */
export function getUserPosts(context: Context, request: ApiRequest): Answer {
  const checked = checkQuery(request.query, OWN_POSTS_RULES);
  if (!checked.ok) return checked.error;
  const person = context.world.people.get(request.params.id ?? '');
  if (!person) return unknownUser(request);
  const excluded = readList(request.query, 'exclude');
  const isWanted = (post: Post): boolean =>
    post.authorId === person.id &&
    !(excluded.includes('replies') && post.replyToId !== null) &&
    !(excluded.includes('retweets') && post.repostOfId !== null);
  const inReach = listPosts(context.world, isWanted).slice(0, OWN_POSTS_IN_REACH);
  return answerPostPage(
    context,
    request.query,
    inReach.filter((post) => isWithin(request.query, post)),
  );
}

function unknownUser(request: ApiRequest): Answer {
  return json(200, { errors: [notFoundError('user', 'id', request.params.id ?? '')] });
}
