import { type SavedSearch, SearchTerms } from '../../../shared/domain/savedSearch.ts';
import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';

interface SavedSearchRow {
  readonly id: string;
  readonly name: string;
  readonly terms: string;
  readonly query: string;
  readonly takes_all: number;
  readonly created_at: number;
  readonly hits: number;
}

const select = `SELECT id, name, terms, query, takes_all, created_at,
    (SELECT count(*) FROM hits WHERE search_id = saved_searches.id) AS hits
  FROM saved_searches WHERE removed_at IS NULL`;

/** The saved searches that have not been removed, the newest first. */
export function listSavedSearches(db: Db): SavedSearch[] {
  return all<SavedSearchRow>(db, `${select} ORDER BY created_at DESC, id DESC`).map(toSavedSearch);
}

/** A saved search, or null where there is none or it was removed. */
export function getSavedSearch(db: Db, id: string): SavedSearch | null {
  const row = get<SavedSearchRow>(db, `${select} AND id = ?`, id);
  return row ? toSavedSearch(row) : null;
}

/** Whether there is or was a saved search with this id. */
export function wasSavedSearch(db: Db, id: string): boolean {
  return get(db, 'SELECT 1 FROM saved_searches WHERE id = ?', id) !== null;
}

/** Adds a saved search or changes the one with this id, which keeps its age. */
export function putSavedSearch(db: Db, search: Omit<SavedSearch, 'hits'>): void {
  run(
    db,
    `INSERT INTO saved_searches (id, name, terms, query, takes_all, created_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET name = excluded.name, terms = excluded.terms, query = excluded.query,
       takes_all = excluded.takes_all`,
    search.id,
    search.name,
    JSON.stringify(search.terms),
    search.query,
    search.takesAll ? 1 : 0,
    search.createdAt,
  );
}

/** Ends a saved search; what it found stays. */
export function removeSavedSearch(db: Db, id: string, now: number): void {
  run(db, 'UPDATE saved_searches SET removed_at = ? WHERE id = ? AND removed_at IS NULL', now, id);
}

function toSavedSearch(row: SavedSearchRow): SavedSearch {
  return {
    id: row.id,
    name: row.name,
    terms: SearchTerms.parse(JSON.parse(row.terms)),
    query: row.query,
    takesAll: row.takes_all === 1,
    createdAt: row.created_at,
    hits: row.hits,
  };
}
