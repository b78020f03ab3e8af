import { ID_PATTERN } from '../base/ids.ts';
import { checkQuery, readList } from '../http/parameters.ts';
import { invalidRequest, notFoundError } from '../http/problems.ts';
import type { ApiRequest } from '../http/request.ts';
import { type HttpResponse, json } from '../http/response.ts';
import { postFieldRules } from '../render/fields.ts';
import type { Context } from '../state/context.ts';
import { getPost } from '../world/posts.ts';
import { postEnvelope } from './postPage.ts';

/** GET /2/tweets?ids=: up to 100 posts; `errors` lists those that do not exist. */
export function getPosts(context: Context, request: ApiRequest): HttpResponse {
  const rules = { ...postFieldRules(context.naming), ids: { kind: 'ids', max: 100 } } as const;
  const checked = checkQuery(request.query, rules, ['ids']);
  if (!checked.ok) return checked.error;
  const ids = [...new Set(readList(request.query, 'ids'))];
  const posts = ids.flatMap((id) => getPost(context.world, id) ?? []);
  const missing = ids
    .filter((id) => getPost(context.world, id) === null)
    .map((id) => notFoundError('tweet', 'ids', id));
  return json(200, postEnvelope(context, request.query, posts, missing));
}

/** GET /2/tweets/:id. */
export function getOnePost(context: Context, request: ApiRequest): HttpResponse {
  const checked = checkQuery(request.query, postFieldRules(context.naming));
  if (!checked.ok) return checked.error;
  const id = request.params.id ?? '';
  if (!ID_PATTERN.test(id)) {
    const message = `The \`id\` query parameter value [${id}] is not valid`;
    return invalidRequest([{ parameter: 'id', value: id, message }]);
  }
  const post = getPost(context.world, id);
  if (!post) return json(200, { errors: [notFoundError('tweet', 'id', id)] });
  const envelope = postEnvelope(context, request.query, [post], []);
  return json(200, { ...envelope, data: envelope.data?.[0] });
}
