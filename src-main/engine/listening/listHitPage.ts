import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import { type HitFilter, isNarrow } from '#shared/domain/hitFilter.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { fromCursor, RowPosition, toCursor } from '../conversations/cursor.ts';
import { toneOf } from '../conversations/toneOf.ts';
import { type Hit, type HitQuery, type HitText, listHits, listHitsOf, listHitTexts } from '../store/hits.ts';
import type { Db } from '../store/open.ts';
import { wasSavedSearch } from '../store/savedSearches.ts';
import { termsOf } from './termsOf.ts';

/** A page looks for hits that a filter lets through among so many, which takes a tenth of a second; the next one goes on. */
const SCANNED = 2_000;

/**
 * Returns a page of hits, newest first, of one search (a removed one too) or of all, with those that are hidden or without. `next` is set if more may
 * follow: with a filter, a page can be short or empty although more follow. Fails with `notFound` if there never was such a search, and with `invalid` for
 * a wrong cursor.
 */
export function listHitPage(
  db: Db,
  { searchId, withHidden, filter, limit, after }: EngineParsed<'listening.list'>,
): Result<EngineOutput<'listening.list'>, AppError> {
  if (searchId !== undefined && !wasSavedSearch(db, searchId)) {
    return err({ code: 'notFound', what: 'savedSearch', id: searchId });
  }
  const cursor = fromCursor(after, 'after', RowPosition);
  if (!cursor.ok) return cursor;
  const before = cursor.value?.[0] ?? Number.MAX_SAFE_INTEGER;
  const query = { searchId: searchId ?? null, withHidden };
  const { hits, next } = isNarrow(filter)
    ? listFiltered(db, query, filter, before, limit)
    : listAll(db, query, before, limit);
  return ok({ items: hits.map(toItem), ...(next === null ? {} : { next: toCursor([next]) }) });
}

interface Page {
  readonly hits: readonly Hit[];
  /** The row id below which the next page begins; null if this is the last one. */
  readonly next: number | null;
}

function listAll(db: Db, query: HitQuery, before: number, limit: number): Page {
  const found = listHits(db, query, before, limit + 1);
  const hits = found.slice(0, limit);
  return { hits, next: found.length > hits.length ? (hits.at(-1)?.rowId ?? null) : null };
}

function listFiltered(db: Db, query: HitQuery, filter: HitFilter, before: number, limit: number): Page {
  const texts = listHitTexts(db, query, before, SCANNED);
  const found: number[] = [];
  for (const text of texts) {
    if (passes(text, filter)) found.push(text.rowId);
    if (found.length === limit) break;
  }
  const isFull = found.length === limit;
  const last = isFull ? found.at(-1) : texts.at(-1)?.rowId;
  const next = isFull || texts.length === SCANNED ? (last ?? null) : null;
  return { hits: listHitsOf(db, found), next };
}

function passes(hit: HitText, { theme, language, sentiment }: HitFilter): boolean {
  if (theme !== undefined && !termsOf(hit.text).has(theme)) return false;
  if (language === undefined && sentiment === undefined) return true;
  const tone = toneOf(hit);
  return (
    (language === undefined || tone.language === language) &&
    (sentiment === undefined || tone.sentiment === sentiment)
  );
}

function toItem({ message, searchIds, takenAs, unread, hidden }: Hit) {
  return { message, searchIds: [...searchIds], takenAs, unread, hidden, ...toneOf(message) };
}
