import { DAY_MS, HOUR_MS } from '#shared/time.ts';
import { compareIds, firstIdAt } from '../base/ids.ts';
import { checkQuery, type ParameterRules } from '../http/parameters.ts';
import { type BadParameter, invalidRequest } from '../http/problems.ts';
import type { ApiRequest } from '../http/request.ts';
import { type HttpResponse, json } from '../http/response.ts';
import { isMatch } from '../query/match.ts';
import { parseQuery } from '../query/parse.ts';
import { fieldName, postFieldRules } from '../render/fields.ts';
import type { Context } from '../state/context.ts';
import { listPosts } from '../world/posts.ts';
import { isListed } from '../world/world.ts';
import { isInRange, RANGE_RULES, respondWithPostPage } from './postPage.ts';

const SEARCH_LOOKBACK_MS = 7 * DAY_MS;
const MAX_QUERY_LENGTH = 512;

const SEARCH_RULES: ParameterRules = {
  ...RANGE_RULES,
  query: { kind: 'text', max: MAX_QUERY_LENGTH },
  max_results: { kind: 'integer', min: 10, max: 100 },
  next_token: { kind: 'text', max: 100 },
  sort_order: { kind: 'list', values: new Set(['recency', 'relevancy']) },
};

/** GET /2/tweets/search/recent: posts of the last seven days that match a query. */
export function searchRecent(context: Context, request: ApiRequest): HttpResponse {
  const checked = checkQuery(request.query, { ...postFieldRules(context.naming), ...SEARCH_RULES }, [
    'query',
  ]);
  if (!checked.ok) return checked.error;
  const oldestAt = context.clock.now() - SEARCH_LOOKBACK_MS;
  const tooOld = findTooOld(request.query, oldestAt);
  if (tooOld) return invalidRequest([tooOld]);
  const value = request.query.get('query') ?? '';
  const parsed = parseQuery(value);
  if (!parsed.ok) return invalidRequest([{ parameter: 'query', value, message: parsed.error }]);
  const matches = listPosts(
    context.world,
    (post) =>
      post.createdAt >= oldestAt &&
      isInRange(request.query, post) &&
      isMatch(context.world, parsed.value, post),
  );
  return respondWithPostPage(context, request.query, matches);
}

const COUNT_RULES: ParameterRules = {
  query: { kind: 'text', max: MAX_QUERY_LENGTH },
  granularity: { kind: 'list', values: new Set(['hour', 'day']) },
};

/** GET /2/tweets/counts/recent: how many posts of the last seven days match a query, hour by hour or day by day. */
export function countRecent(context: Context, request: ApiRequest): HttpResponse {
  const checked = checkQuery(request.query, COUNT_RULES, ['query']);
  if (!checked.ok) return checked.error;
  const value = request.query.get('query') ?? '';
  const parsed = parseQuery(value);
  if (!parsed.ok) return invalidRequest([{ parameter: 'query', value, message: parsed.error }]);
  const now = context.clock.now();
  const from = now - SEARCH_LOOKBACK_MS;
  const times = listPosts(context.world, (post) => post.createdAt >= from)
    .filter((post) => isListed(post, now) && isMatch(context.world, parsed.value, post))
    .map(({ createdAt }) => createdAt);
  const bucketMs = request.query.get('granularity') === 'day' ? DAY_MS : HOUR_MS;
  const name = fieldName('post_count', context.naming);
  const data = toBuckets(from, now, bucketMs).map(({ start, end }) => ({
    start: new Date(start).toISOString(),
    end: new Date(end).toISOString(),
    [name]: times.filter((at) => at >= start && at < end).length,
  }));
  return json(200, { data, meta: { [`total_${name}`]: times.length } });
}

/** Full hours or days in UTC, but for the first and the last one, which are cut off; `end` is exclusive. */
function toBuckets(from: number, to: number, sizeMs: number): { start: number; end: number }[] {
  const starts = [from];
  for (let at = (Math.floor(from / sizeMs) + 1) * sizeMs; at <= to; at += sizeMs) starts.push(at);
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? to + 1 }));
}

function findTooOld(query: URLSearchParams, oldestAt: number): BadParameter | null {
  const sinceId = query.get('since_id');
  const oldestId = firstIdAt(oldestAt);
  const at = new Date(oldestAt).toISOString();
  if (sinceId !== null && compareIds(sinceId, oldestId) < 0) {
    const message = `'since_id' must be a tweet id created after ${at}. Please use a 'since_id' that is larger than ${oldestId}`;
    return { parameter: 'since_id', value: sinceId, message };
  }
  const start = query.get('start_time');
  if (start !== null && Date.parse(start) < oldestAt) {
    const message = `Invalid 'start_time':'${start}'. 'start_time' must be on or after ${at}.`;
    return { parameter: 'start_time', value: start, message };
  }
  return null;
}
