import type { z } from 'zod';
import type { AppError } from '#shared/errors.ts';

/**
 * Parses a column that contains JSON. `damaged` stands in for a value that is no JSON, or none that `schema` allows: one damaged
 * value must not make the rows around it unreadable.
 */
export function parseColumn<S extends z.ZodType, D>(schema: S, json: string, damaged: D): z.output<S> | D {
  const value = schema.safeParse(parseJson(json));
  return value.success ? value.data : damaged;
}

/** The items of a list whose content the caller vouches for; none if it is damaged. */
export function parseList<T>(json: string): readonly T[] {
  const items = json === '[]' ? [] : parseJson(json);
  return Array.isArray(items) ? items : [];
}

/** The value of a text of JSON; undefined, which no JSON stands for, if it is damaged. */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** What stands in for a stored error that is damaged. */
export const toRowError = (column: string): AppError => ({
  code: 'rowDamaged',
  file: 'perch.sqlite',
  detail: `${column} is no error that Perch knows`,
});
