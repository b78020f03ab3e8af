import type { Db } from './open.ts';
import { rebuildIfDamaged } from './searchIndex.ts';
import { run } from './sql.ts';

/*
 * The search index of canned responses, complete at any time like that of notes: `searchIndex.ts` builds it anew, at once, where
 * it begins to build the one of messages.
 */

/** Indexes a canned response, unless it is deleted. */
export function indexCanned(db: Db, id: string): void {
  const text = `INSERT INTO canned_fts (rowid, shortcut, title, text)
    SELECT f.id, f.shortcut, f.title, f.text FROM canned_responses c JOIN canned_folded f ON f.id = c.row_id WHERE c.id = ?`;
  rebuildIfDamaged(db, () => {
    run(db, text, id);
    flush(db);
  });
}

/** Removes a canned response from the index, before it changes in the store. */
export function unindexCanned(db: Db, id: string): void {
  const text = `INSERT INTO canned_fts (canned_fts, rowid, shortcut, title, text)
    SELECT 'delete', f.id, f.shortcut, f.title, f.text FROM canned_responses c JOIN canned_folded f ON f.id = c.row_id
    WHERE c.id = ?`;
  rebuildIfDamaged(db, () => {
    run(db, text, id);
    flush(db);
  });
}

// Writes what FTS5 would write at the commit, where an error would cost the canned response too.
function flush(db: Db): void {
  run(db, `INSERT INTO canned_fts (canned_fts) VALUES ('flush')`);
}
