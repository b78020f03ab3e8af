import type { Db } from './open.ts';
import { rebuildIfDamaged } from './searchIndex.ts';
import { all, run } from './sql.ts';

/*
 * The search index of notes. There are few, so that it is complete at any time: `searchIndex.ts` builds it anew, at once, where it
 * begins to build the one of messages.
 */

/** Indexes a note, unless it is deleted. */
export function indexNote(db: Db, id: string): void {
  const text = `INSERT INTO notes_fts (rowid, text)
    SELECT f.id, f.text FROM notes n JOIN notes_folded f ON f.id = n.row_id WHERE n.id = ?`;
  rebuildIfDamaged(db, () => {
    run(db, text, id);
    flush(db);
  });
}

/** Removes the words of a note from the index, before they change in the store. */
export function unindexNote(
  db: Db,
  { rowId, text }: { readonly rowId: number; readonly text: string },
): void {
  const statement = `INSERT INTO notes_fts (notes_fts, rowid, text) VALUES ('delete', :id, fold_text(:text))`;
  rebuildIfDamaged(db, () => {
    run(db, statement, { id: BigInt(rowId), text });
    flush(db);
  });
}

/** The newest notes before the row `before` that match an FTS5 expression. */
export function listMatchingNotes(db: Db, match: string, before: number, limit: number): number[] {
  const text = `SELECT rowid AS id FROM notes_fts WHERE notes_fts MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?`;
  const list = () => all<{ id: number }>(db, text, match, BigInt(before), limit).map(({ id }) => id);
  return rebuildIfDamaged(db, list) ?? [];
}

// Writes what FTS5 would write at the commit, where an error would cost the note too.
function flush(db: Db): void {
  run(db, `INSERT INTO notes_fts (notes_fts) VALUES ('flush')`);
}
