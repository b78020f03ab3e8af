import { z } from 'zod';
import type { Log } from '#shared/log.ts';
import type { CallName } from '../calls.ts';
import type { Call } from './call.ts';
import type { ErrorResponse } from './failures.ts';
import type { XRequest } from './httpTransport.ts';

type Query = NonNullable<XRequest['query']>;

/** X may name one refused parameter at a time, and a request has at most six that list fields. */
const MOST_REPEATS = 6;

/** Parameters without which a response only says less. All others decide what is returned, so they are never left out. */
const isFieldList = (parameter: string): boolean =>
  parameter.endsWith('.fields') || parameter === 'expansions';

/**
 * The same call, repeated without the fields and expansions that X refuses with a 400, so that a field which X has renamed
 * or removed does not stop capture. They are left out for as long as this client lives, per kind of call, and logged once.
 *
 *     GET dm_events?dm_event.fields=id,text,participant_ids
 *       400  The `dm_event.fields` query parameter value [participant_ids] is not one of [id,text]
 *     GET dm_events?dm_event.fields=id,text
 */
export function withoutRefusedFields(call: Call, log: Log): Call {
  const refused = new Map<CallName, ReadonlySet<string>>();
  return async (name, purpose, request) => {
    const known = () => refused.get(name) ?? new Set<string>();
    let result = await call(name, purpose, leaveOut(request, known()));
    for (let repeat = 0; repeat < MOST_REPEATS; repeat += 1) {
      if (result.ok || result.error.kind !== 'responded') break;
      const more = findRefusedFields(leaveOut(request, known()).query ?? {}, result.error);
      if (more.length === 0) break;
      refused.set(name, new Set([...known(), ...more]));
      log('x.fieldsRefused', { name, fields: more.join(', ') });
      result = await call(name, purpose, leaveOut(request, known()));
    }
    return result;
  };
}

const RefusedBody = z.object({
  errors: z.array(
    z.object({
      message: z.string().catch(''),
      parameters: z.record(z.string(), z.unknown()).catch({}),
    }),
  ),
});

/** The fields of a request that a response refuses, each as its parameter and name, such as `expansions sender_id`. */
export function findRefusedFields(query: Query, { status, body }: ErrorResponse): string[] {
  const read = RefusedBody.safeParse(body);
  if (status !== 400 || !read.success) return [];
  const fields = read.data.errors.flatMap(({ message, parameters }) =>
    Object.keys(query)
      .filter((name) => isFieldList(name) && (name in parameters || message.includes(`[${name}]`)))
      .flatMap((name) => toRefused(name, toFields(query[name]), message)),
  );
  return [...new Set(fields)];
}

// Either the parameter itself is unknown, or the message lists its allowed values or names the refused one.
function toRefused(parameter: string, fields: readonly string[], message: string): string[] {
  const [, given = '', allowed] = /\[([^\]]*)\](?: is not one of \[([^\]]*)\])?/.exec(message) ?? [];
  const isUnknown = given === parameter;
  const named = new Set(toFields(given));
  const valid = allowed === undefined ? null : new Set(toFields(allowed));
  const isRefused = (field: string) => isUnknown || (valid === null ? named.has(field) : !valid.has(field));
  return fields.filter(isRefused).map((field) => `${parameter} ${field}`);
}

const toFields = (list: string | number | undefined): string[] =>
  String(list ?? '')
    .split(',')
    .map((field) => field.trim());

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
