import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { fromCursor, RowPosition, toCursor } from '../conversations/cursor.ts';
import { listHits } from '../store/hits.ts';
import type { Db } from '../store/open.ts';
import { wasSavedSearch } from '../store/savedSearches.ts';

/**
 * Returns a page of hits, newest first, of one search (a removed one too) or of all, with those that are hidden or without. `next` is set if more follow. Fails
 * with `notFound` if there never was such a search, and with `invalid` for a wrong cursor.
 */
export function listHitPage(
  db: Db,
  { searchId, withHidden, limit, after }: EngineParsed<'listening.list'>,
): Result<EngineOutput<'listening.list'>, AppError> {
  if (searchId !== undefined && !wasSavedSearch(db, searchId)) {
    return err({ code: 'notFound', what: 'savedSearch', id: searchId });
  }
  const cursor = fromCursor(after, 'after', RowPosition);
  if (!cursor.ok) return cursor;
  const before = cursor.value?.[0] ?? Number.MAX_SAFE_INTEGER;
  const found = listHits(db, { searchId: searchId ?? null, withHidden }, before, limit + 1);
  const hits = found.slice(0, limit);
  const last = hits.at(-1);
  const items = hits.map(({ message, searchIds, takenAs, unread, hidden }) => ({
    message,
    searchIds: [...searchIds],
    takenAs,
    unread,
    hidden,
  }));
  return ok({ items, ...(found.length > hits.length && last ? { next: toCursor([last.rowId]) } : {}) });
}
