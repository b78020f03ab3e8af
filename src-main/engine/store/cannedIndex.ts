import type { Db } from './open.ts';
import { rebuildIfDamaged } from './searchIndex.ts';
import { all, run } from './sql.ts';
import { createInMemory } from './storeHealth.ts';
import { changeIndex, listRemembered } from './termLists.ts';

/*
 * The search index of canned responses, complete at any time like that of notes: `searchIndex.ts` builds it anew, at once, where
 * it begins to build the one of messages.
 */

/** Indexes a canned response, unless it is deleted. */
export function indexCanned(db: Db, id: string): void {
  indexed.get(db)?.add(id);
  if (suspended.has(db)) return;
  const text = `INSERT INTO canned_fts (rowid, shortcut, title, text)
    SELECT f.id, f.shortcut, f.title, f.text FROM canned_responses c JOIN canned_folded f ON f.id = c.row_id WHERE c.id = ?`;
  rebuildIfDamaged(db, () => {
    changeIndex(db, 'canned_fts', text, id);
    flush(db);
  });
}

/** Removes a canned response from the index, before it changes in the store. */
export function unindexCanned(db: Db, id: string): void {
  if (suspended.has(db)) return;
  const text = `INSERT INTO canned_fts (canned_fts, rowid, shortcut, title, text)
    SELECT 'delete', f.id, f.shortcut, f.title, f.text FROM canned_responses c JOIN canned_folded f ON f.id = c.row_id
    WHERE c.id = ?`;
  rebuildIfDamaged(db, () => {
    changeIndex(db, 'canned_fts', text, id);
    flush(db);
  });
}

const suspended = new WeakSet<Db>();

/**
 * Runs `work`, which changes many canned responses, and then builds the index anew. Taking one out of the index costs as much as
 * building it for forty: secure deletion writes every list of words in which it is.
 */
export function reindexAfter<T>(db: Db, work: () => T): T {
  suspended.add(db);
  try {
    return work();
  } finally {
    suspended.delete(db);
    rebuildIfDamaged(db, () =>
      changeIndex(db, 'canned_fts', `INSERT INTO canned_fts (canned_fts) VALUES ('rebuild')`),
    );
  }
}

/** Of very many matches only so many are compared by how often they are used. */
const COMPARED = 200;

/**
 * The rows of canned responses that match an FTS5 expression, those used most first; where more than 200 match, the newest 200 are
 * compared.
 */
export function listMatchingCanned(db: Db, match: string, limit: number): number[] {
  const text = `SELECT c.row_id AS id FROM (
      SELECT rowid AS id FROM canned_fts WHERE canned_fts MATCH ? ORDER BY rowid DESC LIMIT ${COMPARED}) f
    CROSS JOIN canned_responses c ON c.row_id = f.id ORDER BY c.uses DESC, c.title, c.id LIMIT ?`;
  const list = () => all<{ id: number }>(db, text, match, limit).map(({ id }) => id);
  return rebuildIfDamaged(db, list) ?? [];
}

/** The next words of the index in their order; empty at the end. */
export function listCannedWords(db: Db, after: string, limit: number): string[] {
  const create = `CREATE VIRTUAL TABLE IF NOT EXISTS temp.canned_words USING fts5vocab (main, canned_fts, row)`;
  createInMemory(db, create);
  const text = 'SELECT term FROM temp.canned_words WHERE term > ? ORDER BY term LIMIT ?';
  const list = () => all<{ term: string }>(db, text, after, limit).map(({ term }) => term);
  return rebuildIfDamaged(db, list) ?? [];
}

const indexed = new WeakMap<Db, Set<string>>();

/** The ids of the canned responses indexed since the last call; the first call returns none. */
export function takeIndexedCanned(db: Db): string[] {
  const ids = [...(indexed.get(db) ?? [])];
  indexed.set(db, new Set());
  return ids;
}

// Writes what FTS5 would write at the commit, where an error would cost the canned response too.
function flush(db: Db): void {
  run(db, `INSERT INTO canned_fts (canned_fts) VALUES ('flush')`);
}

/** The newest canned responses that match an FTS5 expression, by their rows, at most `limit` and 200. */
export function listNewestCanned(db: Db, match: string, limit: number): readonly number[] {
  return rebuildIfDamaged(db, () => listRemembered(db, 'canned_fts', match, limit)) ?? [];
}
