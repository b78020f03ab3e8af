import { err, ok, type Result } from '#shared/result.ts';
import { ID_PATTERN } from '../world/ids.ts';
import { type BadParameter, invalidRequest } from './problems.ts';
import type { Answer } from './response.ts';

/** What a query parameter may hold. */
export type ParameterRule =
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'id' }
  | { readonly kind: 'ids'; readonly max: number }
  | { readonly kind: 'time' }
  | { readonly kind: 'list'; readonly values: ReadonlySet<string> }
  | { readonly kind: 'text'; readonly max: number };

/** All parameters of an endpoint by name. */
export type ParameterRules = Readonly<Record<string, ParameterRule>>;

/** X's 400 naming every parameter that is unknown, missing or wrong; nothing else is checked. */
export function checkQuery(
  query: URLSearchParams,
  rules: ParameterRules,
  required: readonly string[] = [],
): Result<null, Answer> {
  const bad: BadParameter[] = [];
  for (const [name, value] of query) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    const message = rule ? complaint(name, value, rule) : unknownParameter(name, rules);
    if (message !== null) bad.push({ parameter: name, value, message });
  }
  for (const name of required) {
    if (!query.has(name))
      bad.push({ parameter: name, value: '', message: `The \`${name}\` query parameter can not be empty` });
  }
  return bad.length > 0 ? err(invalidRequest(bad)) : ok(null);
}

/** The parts of a comma separated parameter; empty when it is not given. */
export function readList(query: URLSearchParams, name: string): string[] {
  const value = query.get(name);
  return value === null || value === '' ? [] : value.split(',').map((part) => part.trim());
}

function unknownParameter(name: string, rules: ParameterRules): string {
  return `The query parameter [${name}] is not one of [${Object.keys(rules).join(',')}]`;
}

function complaint(name: string, value: string, rule: ParameterRule): string | null {
  const start = `The \`${name}\` query parameter value [${value}]`;
  switch (rule.kind) {
    case 'integer': {
      const isInside = /^\d{1,9}$/.test(value) && Number(value) >= rule.min && Number(value) <= rule.max;
      return isInside ? null : `${start} is not between ${rule.min} and ${rule.max}`;
    }
    case 'id':
      return isId(value) ? null : `${start} is not valid`;
    case 'ids':
      return idsComplaint(name, value, rule.max);
    case 'time':
      return isTime(value) ? null : `${start} is not a valid ISO 8601/RFC 3339 date-time`;
    case 'list':
      return listComplaint(start, value, rule.values);
    case 'text':
      return textComplaint(start, value, rule.max);
  }
}

function isId(value: string): boolean {
  return ID_PATTERN.test(value);
}

function isTime(value: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value) && !Number.isNaN(Date.parse(value));
}

function idsComplaint(name: string, value: string, max: number): string | null {
  const ids = value.split(',');
  const wrong = ids.find((id) => !isId(id));
  if (wrong !== undefined) return `The \`${name}\` query parameter value [${wrong}] is not valid`;
  return ids.length <= max ? null : `size must be between 1 and ${max}`;
}

function listComplaint(start: string, value: string, values: ReadonlySet<string>): string | null {
  const wrong = value.split(',').filter((part) => part.trim() !== '' && !values.has(part.trim()));
  return wrong.length === 0 ? null : `${start} is not one of [${[...values].join(',')}]`;
}

function textComplaint(start: string, value: string, max: number): string | null {
  if (value.trim() === '') return `${start} can not be empty`;
  return value.length <= max ? null : `${start} is longer than ${max} characters`;
}
