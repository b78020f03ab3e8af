import { type SavedSearch, SearchTerms } from '#shared/domain/savedSearch.ts';
import { toSearchQuery } from '#shared/domain/searchQuery.ts';
import { getAccount } from './account.ts';
import { parseColumn } from './jsonColumn.ts';
import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';

interface SavedSearchRow {
  readonly id: string;
  readonly name: string;
  readonly terms: string;
  readonly takes_all: number;
  readonly created_at: number;
  readonly hits: number;
}

const select = `SELECT id, name, terms, takes_all, created_at,
    (SELECT count(*) FROM hits WHERE search_id = saved_searches.id) AS hits
  FROM saved_searches WHERE removed_at IS NULL`;

/** The saved searches that have not been removed, newest first; without those whose terms are damaged. */
export function listSavedSearches(db: Db): SavedSearch[] {
  const handle = getHandle(db);
  const rows = all<SavedSearchRow>(db, `${select} ORDER BY created_at DESC, id DESC`);
  return rows.flatMap((row) => toSavedSearch(row, handle) ?? []);
}

/** A saved search; null if there is none or it was removed. */
export function getSavedSearch(db: Db, id: string): SavedSearch | null {
  const row = get<SavedSearchRow>(db, `${select} AND id = ?`, id);
  return row ? toSavedSearch(row, getHandle(db)) : null;
}

/** Whether there is or ever was a saved search with this id. */
export function wasSavedSearch(db: Db, id: string): boolean {
  return get(db, 'SELECT 1 FROM saved_searches WHERE id = ?', id) !== null;
}

/** Inserts a saved search, or updates the one with this id, which keeps its age. Its query is derived, not stored. */
export function putSavedSearch(db: Db, search: Omit<SavedSearch, 'hits' | 'query'>): void {
  run(
    db,
    `INSERT INTO saved_searches (id, name, terms, takes_all, created_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET name = excluded.name, terms = excluded.terms, takes_all = excluded.takes_all`,
    search.id,
    search.name,
    JSON.stringify(search.terms),
    search.takesAll ? 1 : 0,
    search.createdAt,
  );
}

/** Removes a saved search; its hits stay. */
export function removeSavedSearch(db: Db, id: string, now: number): void {
  run(db, 'UPDATE saved_searches SET removed_at = ? WHERE id = ? AND removed_at IS NULL', now, id);
}

const getHandle = (db: Db): string | null => getAccount(db)?.handle ?? null;

function toSavedSearch(row: SavedSearchRow, handle: string | null): SavedSearch | null {
  const terms = parseColumn(SearchTerms, row.terms, null);
  if (terms === null) return null;
  const query = toSearchQuery(terms, handle);
  if (!query.ok) throw new Error(`The saved search ${row.id} makes no query: ${query.error.code}`);
  return {
    id: row.id,
    name: row.name,
    terms,
    query: query.value,
    takesAll: row.takes_all === 1,
    createdAt: row.created_at,
    hits: row.hits,
  };
}
