import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { findInHistory, findLater } from '../store/historyPlaces.ts';
import type { Db } from '../store/open.ts';
import { fromCursor, RowPosition } from './cursor.ts';

/** Which page of a history: the newest, the one before or after a cursor, or the one around a message. */
export interface WantedPage {
  readonly limit: number;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly around?: string | undefined;
}

/**
 * The row id of the message that follows a page of a person's history; null if the page ends with the newest. What is newer than a
 * cursor but less than a page is returned as the newest page, so that a page is always full.
 */
export function findEnd(db: Db, personId: string, wanted: WantedPage): Result<number | null, AppError> {
  const { limit, before, after, around } = wanted;
  const given = Object.entries({ before, after, around }).filter(([, value]) => value !== undefined);
  if (given.length > 1) {
    const [path = ''] = given[1] ?? [];
    return err({ code: 'invalid', path, reason: 'cannot be combined with another place' });
  }
  if (around !== undefined) {
    const from = findInHistory(db, personId, around);
    if (from === null) return err({ code: 'notFound', what: 'message', id: around });
    return ok(findLater(db, personId, from, Math.ceil(limit / 2)));
  }
  const [cursor, path] = after === undefined ? [before, 'before'] : [after, 'after'];
  const position = fromCursor(cursor, path, RowPosition);
  if (!position.ok) return position;
  const at = position.value?.[0] ?? null;
  return ok(after === undefined || at === null ? at : findLater(db, personId, at, limit));
}
