import type { Log } from '#shared/log.ts';
import type { CallName } from '../calls.ts';
import type { Call } from './call.ts';
import type { ErrorResponse } from './failures.ts';
import type { XRequest } from './httpTransport.ts';
import { asksForNewNames, withNewNames } from './newNames.ts';
import { type Refusal, toFields, toRefusals } from './refusals.ts';

type Query = NonNullable<XRequest['query']>;

/** X may name one refused parameter at a time, and a request has at most six that list fields. */
const MOST_REPEATS = 6;

/** Parameters without which a response only says less. All others decide what is returned, so they are never left out. */
const isFieldList = (parameter: string): boolean =>
  parameter.endsWith('.fields') || parameter === 'expansions';

/**
 * The same call, repeated without the fields and expansions that X refuses with a 400, so that a field which X has renamed
 * or removed does not stop capture. For as long as this client lives, refused fields are left out of calls of their kind, and X's
 * new names, once it lists one of them, are used in all calls. Both are logged once.
 *
 *     GET dm_events?dm_event.fields=id,text,participant_ids
 *       400  The `dm_event.fields` query parameter value [participant_ids] is not one of [id,text]
 *     GET dm_events?dm_event.fields=id,text
 */
export function withoutRefusedFields(call: Call, log: Log): Call {
  const refused = new Map<CallName, ReadonlySet<string>>();
  let usesNewNames = false;
  const known = (name: CallName) => refused.get(name) ?? new Set<string>();
  const adapt = (name: CallName, request: XRequest) =>
    leaveOut(usesNewNames ? withNewNames(request) : request, known(name));
  // Returns whether the same call can go better now.
  const learn = (name: CallName, request: XRequest, response: ErrorResponse): boolean => {
    if (!usesNewNames && asksForNewNames(response)) {
      usesNewNames = true;
      log('x.newNames');
      return true;
    }
    const more = findRefusedFields(adapt(name, request).query ?? {}, response);
    if (more.length === 0) return false;
    refused.set(name, new Set([...known(name), ...more]));
    log('x.fieldsRefused', { name, fields: more.join(', ') });
    return true;
  };
  return async (name, purpose, request) => {
    let result = await call(name, purpose, adapt(name, request));
    for (let repeat = 0; repeat < MOST_REPEATS; repeat += 1) {
      if (result.ok || result.error.kind !== 'responded' || !learn(name, request, result.error)) break;
      result = await call(name, purpose, adapt(name, request));
    }
    return result;
  };
}

/** The fields of a request that a response refuses, each as its parameter and name, such as `expansions sender_id`. */
export function findRefusedFields(query: Query, response: ErrorResponse): string[] {
  const fields = toRefusals(response).flatMap((refusal) =>
    Object.keys(query)
      .filter((name) => isFieldList(name) && isAbout(refusal, name))
      .flatMap((name) => toRefused(name, toFields(query[name]), refusal)),
  );
  return [...new Set(fields)];
}

const isAbout = ({ parameters, message }: Refusal, name: string): boolean =>
  parameters.includes(name) || message.includes(`[${name}]`);

// Either the parameter itself is unknown, or the message lists its allowed values or names the refused one.
function toRefused(parameter: string, fields: readonly string[], { given, allowed }: Refusal): string[] {
  const isUnknown = given.length === 1 && given[0] === parameter;
  const isRefused = (field: string) =>
    isUnknown || (allowed === null ? given.includes(field) : !allowed.includes(field));
  return fields.filter(isRefused).map((field) => `${parameter} ${field}`);
}

// A parameter without values is left out: X refuses an empty one.
function leaveOut(request: XRequest, refused: ReadonlySet<string>): XRequest {
  if (refused.size === 0 || request.query === undefined) return request;
  const kept = Object.entries(request.query).flatMap(([name, value]) => {
    if (!isFieldList(name)) return [[name, value] as const];
    const fields = toFields(value).filter((field) => !refused.has(`${name} ${field}`));
    return fields.length === 0 ? [] : [[name, fields.join(',')] as const];
  });
  return { ...request, query: Object.fromEntries(kept) };
}
