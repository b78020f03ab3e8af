import { checkQuery, readList } from '../http/parameters.ts';
import { notFoundError } from '../http/problems.ts';
import type { ApiRequest } from '../http/request.ts';
import { type HttpResponse, json } from '../http/response.ts';
import { readFieldSelection, userFieldRules } from '../render/fields.ts';
import { renderUser } from '../render/user.ts';
import type { Context } from '../state/context.ts';
import { getPersonByHandle, requirePerson } from '../world/people.ts';

/** GET /2/users/me: the account itself. */
export function getMe(context: Context, request: ApiRequest): HttpResponse {
  const checked = checkQuery(request.query, userFieldRules(context.naming));
  if (!checked.ok) return checked.error;
  const selection = readFieldSelection(request.query, context);
  const account = requirePerson(context.world, context.world.accountId);
  return json(200, { data: renderUser(context.world, account, selection) });
}

/** GET /2/users?ids=: up to 100 users; `errors` lists those that do not exist. */
export function getUsers(context: Context, request: ApiRequest): HttpResponse {
  const rules = { ...userFieldRules(context.naming), ids: { kind: 'ids', max: 100 } } as const;
  const checked = checkQuery(request.query, rules, ['ids']);
  if (!checked.ok) return checked.error;
  const selection = readFieldSelection(request.query, context);
  const ids = [...new Set(readList(request.query, 'ids'))];
  const people = ids.flatMap((id) => context.world.people.get(id) ?? []);
  const errors = ids
    .filter((id) => !context.world.people.has(id))
    .map((id) => notFoundError('user', 'ids', id));
  return json(200, {
    ...(people.length > 0
      ? { data: people.map((person) => renderUser(context.world, person, selection)) }
      : {}),
    ...(errors.length > 0 ? { errors } : {}),
  });
}

/** GET /2/users/by/username/:username. */
export function getUserByHandle(context: Context, request: ApiRequest): HttpResponse {
  const checked = checkQuery(request.query, userFieldRules(context.naming));
  if (!checked.ok) return checked.error;
  const handle = request.params.username ?? '';
  const person = getPersonByHandle(context.world, handle);
  if (!person) return json(200, { errors: [notFoundError('user', 'username', handle)] });
  const selection = readFieldSelection(request.query, context);
  return json(200, { data: renderUser(context.world, person, selection) });
}
