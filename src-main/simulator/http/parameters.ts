import { err, ok, type Result } from '#shared/result.ts';
import { ID_PATTERN } from '../base/ids.ts';
import { type BadParameter, invalidRequest } from './problems.ts';
import type { HttpResponse } from './response.ts';

/** The type and bounds of a query parameter. */
export type ParameterRule =
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'id' }
  | { readonly kind: 'ids'; readonly max: number }
  | { readonly kind: 'time' }
  | { readonly kind: 'list'; readonly values: ReadonlySet<string> }
  | { readonly kind: 'text'; readonly max: number };

/** The parameters of an endpoint, by name. */
export type ParameterRules = Readonly<Record<string, ParameterRule>>;

/** Validates each parameter on its own. The error is X's 400, listing every unknown, missing or invalid parameter. */
export function checkQuery(
  query: URLSearchParams,
  rules: ParameterRules,
  required: readonly string[] = [],
): Result<null, HttpResponse> {
  const bad: BadParameter[] = [];
  for (const [name, value] of query) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    const message = rule ? findProblem(name, value, rule) : unknownParameter(name, rules);
    if (message !== null) bad.push({ parameter: name, value, message });
  }
  for (const name of required) {
    if (!query.has(name))
      bad.push({ parameter: name, value: '', message: `The \`${name}\` query parameter can not be empty` });
  }
  return bad.length > 0 ? err(invalidRequest(bad)) : ok(null);
}

/** X's 400 for a request that selects forgotten fields (each `parameter field`); null for any other. */
export function refuseForgotten(query: URLSearchParams, forgotten: ReadonlySet<string>): HttpResponse | null {
  const bad = [...query.keys()].flatMap((parameter) => {
    const fields = readList(query, parameter);
    const known = fields.filter((field) => !forgotten.has(`${parameter} ${field}`));
    const value = fields.filter((field) => !known.includes(field)).join(',');
    const message = `The \`${parameter}\` query parameter value [${value}] is not one of [${known.join(',')}]`;
    return value === '' ? [] : [{ parameter, value: fields.join(','), message }];
  });
  return bad.length > 0 ? invalidRequest(bad) : null;
}

/** The items of a comma-separated parameter; empty if it is absent. */
export function readList(query: URLSearchParams, name: string): string[] {
  const value = query.get(name);
  return value === null || value === '' ? [] : value.split(',').map((part) => part.trim());
}

function unknownParameter(name: string, rules: ParameterRules): string {
  return `The query parameter [${name}] is not one of [${Object.keys(rules).join(',')}]`;
}

function findProblem(name: string, value: string, rule: ParameterRule): string | null {
  const start = `The \`${name}\` query parameter value [${value}]`;
  switch (rule.kind) {
    case 'integer': {
      const isInRange = /^\d{1,9}$/.test(value) && Number(value) >= rule.min && Number(value) <= rule.max;
      return isInRange ? null : `${start} is not between ${rule.min} and ${rule.max}`;
    }
    case 'id':
      return isId(value) ? null : `${start} is not valid`;
    case 'ids':
      return findIdsProblem(name, value, rule.max);
    case 'time':
      return isTime(value) ? null : `${start} is not a valid ISO 8601/RFC 3339 date-time`;
    case 'list':
      return findListProblem(start, value, rule.values);
    case 'text':
      return findTextProblem(start, value, rule.max);
  }
}

function isId(value: string): boolean {
  return ID_PATTERN.test(value);
}

function isTime(value: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value) && !Number.isNaN(Date.parse(value));
}

function findIdsProblem(name: string, value: string, max: number): string | null {
  const ids = value.split(',');
  const wrong = ids.find((id) => !isId(id));
  if (wrong !== undefined) return `The \`${name}\` query parameter value [${wrong}] is not valid`;
  return ids.length <= max ? null : `size must be between 1 and ${max}`;
}

function findListProblem(start: string, value: string, values: ReadonlySet<string>): string | null {
  const wrong = value.split(',').filter((part) => part.trim() !== '' && !values.has(part.trim()));
  return wrong.length === 0 ? null : `${start} is not one of [${[...values].join(',')}]`;
}

function findTextProblem(start: string, value: string, max: number): string | null {
  if (value.trim() === '') return `${start} can not be empty`;
  return value.length <= max ? null : `${start} is longer than ${max} characters`;
}
