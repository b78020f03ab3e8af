import type { PastSearch } from '#shared/domain/pastSearch.ts';
import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';

interface PastSearchRow {
  readonly text: string;
  readonly at: number;
  readonly is_pinned: number;
}

/** The pinned searches, then the others, the latest first. */
export function listPastSearches(db: Db): PastSearch[] {
  const text = 'SELECT text, at, is_pinned FROM past_searches ORDER BY is_pinned DESC, at DESC, text';
  const rows = all<PastSearchRow>(db, text);
  return rows.map(({ text, at, is_pinned }) => ({ text, at, isPinned: is_pinned === 1 }));
}

/** Stores that a search was made; one that is pinned stays so. Keeps the latest `most` of those that are not. */
export function putPastSearch(db: Db, search: string, at: number, most: number): void {
  const text = `INSERT INTO past_searches (text, at, is_pinned) VALUES (?, ?, 0)
    ON CONFLICT DO UPDATE SET at = excluded.at`;
  run(db, text, search, at);
  const others = `DELETE FROM past_searches WHERE is_pinned = 0 AND text NOT IN (
    SELECT text FROM past_searches WHERE is_pinned = 0 ORDER BY at DESC, text LIMIT CAST(? AS INTEGER))`;
  run(db, others, most);
}

/** Stores that a search is pinned. */
export function pinPastSearch(db: Db, search: string, at: number): void {
  const text = `INSERT INTO past_searches (text, at, is_pinned) VALUES (?, ?, 1)
    ON CONFLICT DO UPDATE SET at = excluded.at, is_pinned = 1`;
  run(db, text, search, at);
}

/** Stores that a search is no longer pinned. */
export function unpinPastSearch(db: Db, search: string): void {
  run(db, 'UPDATE past_searches SET is_pinned = 0 WHERE text = ?', search);
}

/** How many searches are pinned besides this one. */
export function countOtherPinned(db: Db, search: string): number {
  const text = 'SELECT count(*) AS n FROM past_searches WHERE is_pinned = 1 AND text <> ?';
  return get<{ n: number }>(db, text, search)?.n ?? 0;
}

/** Deletes the searches that are not pinned. */
export function clearPastSearches(db: Db): void {
  run(db, 'DELETE FROM past_searches WHERE is_pinned = 0');
}
