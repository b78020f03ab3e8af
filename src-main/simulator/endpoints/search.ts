import type { Context } from '../context.ts';
import { checkQuery, type ParameterRules } from '../http/parameters.ts';
import { type BadParameter, invalidRequest } from '../http/problems.ts';
import type { ApiRequest } from '../http/request.ts';
import type { Answer } from '../http/response.ts';
import { isMatch } from '../query/match.ts';
import { parseQuery } from '../query/parse.ts';
import { POST_SHAPE_RULES } from '../render/fields.ts';
import { compareIds, firstIdAt } from '../world/ids.ts';
import { listPosts } from '../world/posts.ts';
import { answerPostPage, isWithin, STRETCH_RULES } from './posts.ts';

const SEARCH_REACH_MS = 7 * 24 * 60 * 60_000;
const LONGEST_QUERY = 512;

const SEARCH_RULES: ParameterRules = {
  ...POST_SHAPE_RULES,
  ...STRETCH_RULES,
  query: { kind: 'text', max: LONGEST_QUERY },
  max_results: { kind: 'integer', min: 10, max: 100 },
  next_token: { kind: 'text', max: 100 },
  sort_order: { kind: 'list', values: new Set(['recency', 'relevancy']) },
};

/** GET /2/tweets/search/recent: posts of the last seven days that match a query. */
export function searchRecent(context: Context, request: ApiRequest): Answer {
  const checked = checkQuery(request.query, SEARCH_RULES, ['query']);
  if (!checked.ok) return checked.error;
  const horizon = context.clock.now() - SEARCH_REACH_MS;
  const tooOld = complainAboutReach(request.query, horizon);
  if (tooOld) return invalidRequest([tooOld]);
  const value = request.query.get('query') ?? '';
  const parsed = parseQuery(value);
  if (!parsed.ok) return invalidRequest([{ parameter: 'query', value, message: parsed.error }]);
  const matches = listPosts(
    context.world,
    (post) =>
      post.createdAt >= horizon &&
      isWithin(request.query, post) &&
      isMatch(context.world, parsed.value, post),
  );
  return answerPostPage(context, request.query, matches);
}

function complainAboutReach(query: URLSearchParams, horizon: number): BadParameter | null {
  const sinceId = query.get('since_id');
  const oldest = firstIdAt(horizon);
  const at = new Date(horizon).toISOString();
  if (sinceId !== null && compareIds(sinceId, oldest) < 0) {
    const message = `'since_id' must be a tweet id created after ${at}. Please use a 'since_id' that is larger than ${oldest}`;
    return { parameter: 'since_id', value: sinceId, message };
  }
  const start = query.get('start_time');
  if (start !== null && Date.parse(start) < horizon) {
    const message = `Invalid 'start_time':'${start}'. 'start_time' must be on or after ${at}.`;
    return { parameter: 'start_time', value: start, message };
  }
  return null;
}
