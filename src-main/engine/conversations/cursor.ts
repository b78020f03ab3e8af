import { z } from 'zod';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';

/** An opaque text for a position in a list, to be passed back for the next page. */
export function toCursor(position: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** The position behind a cursor; null without one. Fails with `invalid` naming the input field `path`. */
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

/** A position in a list that is sorted by a time and an id. */
export const TimePosition = z.tuple([z.number().int(), z.string()]);
/** A position in a list that is sorted by message row. */
export const RowPosition = z.tuple([z.number().int()]);
