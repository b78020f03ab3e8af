import { z } from 'zod';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';

/** An opaque text for a place in a list, to be passed back for the next page. */
export function toCursor(position: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** The place behind a cursor, null where there is none, or `invalid` naming the field that held it. */
export function fromCursor<T extends z.ZodType>(
  cursor: string | undefined,
  path: string,
  schema: T,
): Result<z.output<T> | null, AppError> {
  if (cursor === undefined) return ok(null);
  const parsed = schema.safeParse(readJson(Buffer.from(cursor, 'base64url').toString()));
  if (parsed.success) return ok(parsed.data);
  return err({ code: 'invalid', path, reason: `"${cursor.slice(0, 80)}" is not a place in this list` });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A place in a list that is sorted by a time and an id. */
export const TimePosition = z.tuple([z.number().int(), z.string()]);
/** A place in a list that is sorted by message. */
export const RowPosition = z.tuple([z.number().int()]);
