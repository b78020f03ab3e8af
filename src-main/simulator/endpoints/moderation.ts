import { z } from 'zod';
import { ID_PATTERN } from '../base/ids.ts';
import { forbidden, plainProblem } from '../http/problems.ts';
import { type ApiRequest, readBody } from '../http/request.ts';
import { type HttpResponse, json } from '../http/response.ts';
import type { Context } from '../state/context.ts';
import { getPost } from '../world/posts.ts';

const HIDING = z.strictObject({ hidden: z.boolean() });
const MUTING = z.strictObject({ target_user_id: z.string().regex(ID_PATTERN) });
const BLOCKING = z.strictObject({});

/** PUT /2/tweets/:id/hidden: hides a reply of somebody else in a thread that the account began, or shows it again. */
export function hideReply(context: Context, request: ApiRequest): HttpResponse {
  const body = readBody(request, HIDING);
  if (!body.ok) return body.error;
  const { world } = context;
  const post = getPost(world, request.params.id ?? '');
  if (!post) return plainProblem(404, 'Not Found', 'Not Found');
  const root = world.posts.get(post.conversationId);
  const isOurs = root?.authorId === world.accountId && post.authorId !== world.accountId;
  if (!isOurs) return forbidden('You are not permitted to perform this action.');
  mark(context, `hidden:${post.id}`, body.value.hidden);
  return json(200, { data: { hidden: body.value.hidden } });
}

/** POST /2/users/:id/muting: mutes a person; succeeds if they are muted already. */
export function mute(context: Context, request: ApiRequest): HttpResponse {
  const body = readBody(request, MUTING);
  if (!body.ok) return body.error;
  if (request.params.id !== context.world.accountId) return notYours();
  return change(context, body.value.target_user_id, 'muted', true, { muting: true });
}

/** DELETE /2/users/:id/muting/:target: ends muting a person. */
export function unmute(context: Context, request: ApiRequest): HttpResponse {
  if (request.params.id !== context.world.accountId) return notYours();
  return change(context, request.params.target ?? '', 'muted', false, { muting: false });
}

/** POST /2/users/:id/dm/block: the person can no longer send the account direct messages. */
export function blockDms(context: Context, request: ApiRequest): HttpResponse {
  return changeBlock(context, request, true);
}

/** POST /2/users/:id/dm/unblock */
export function unblockDms(context: Context, request: ApiRequest): HttpResponse {
  return changeBlock(context, request, false);
}

function changeBlock(context: Context, request: ApiRequest, blocked: boolean): HttpResponse {
  const body = readBody(request, BLOCKING);
  if (!body.ok) return body.error;
  return change(context, request.params.id ?? '', 'dmsBlocked', blocked, { blocked });
}

function change(
  context: Context,
  personId: string,
  what: 'muted' | 'dmsBlocked',
  holds: boolean,
  data: object,
): HttpResponse {
  if (!context.world.people.has(personId)) return plainProblem(404, 'Not Found', 'Not Found');
  mark(context, `${what}:${personId}`, holds);
  return json(200, { data });
}

const notYours = () => forbidden('The `id` path parameter value must be the authenticated user.');

function mark({ world }: Context, key: string, holds: boolean): void {
  if (holds) world.moderated.add(key);
  else world.moderated.delete(key);
  world.revision += 1;
}
