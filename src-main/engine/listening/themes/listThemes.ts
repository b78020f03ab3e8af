import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { DAY_MS } from '#shared/time.ts';
import type { EngineContext } from '../../context/context.ts';
import { listHitTexts } from '../../store/hits.ts';
import { rowIdFloor, timeOfRowId } from '../../store/rowIds.ts';
import { wasSavedSearch } from '../../store/savedSearches.ts';
import { findThemes } from './findThemes.ts';

/** The past that themes are compared with: so long, and so many posts at most. */
const PAST_MS = 14 * DAY_MS;
const MOST_POSTS = 3_000;

/** The themes of the last hour among the hits of a search, or of all. Fails with `notFound` if there never was such a search. */
export function listThemes(
  { db, clock }: EngineContext,
  { searchId }: EngineParsed<'listening.themes'>,
): Result<EngineOutput<'listening.themes'>, AppError> {
  if (searchId !== undefined && !wasSavedSearch(db, searchId)) {
    return err({ code: 'notFound', what: 'savedSearch', id: searchId });
  }
  const now = clock.now();
  const query = { searchId: searchId ?? null, withHidden: false };
  const since = rowIdFloor(now - PAST_MS);
  const posts = listHitTexts(db, query, Number.MAX_SAFE_INTEGER, MOST_POSTS)
    .filter(({ rowId }) => rowId >= since)
    .map(({ rowId, authorId, text }) => ({ authorId, text, at: timeOfRowId(rowId) }));
  return ok({ items: findThemes(posts, now) });
}
