import type { SqlPart } from './filteredMessages.ts';
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

/**
 * Which notes meet all conditions of a search, newest first. Conditions are on `m` and `c` as for messages: here `m` is the note, which has
 * nothing but a time and a conversation, so that what only messages have selects none, and excludes none.
 */
export function filterNotes(
  db: Db,
  rowIds: readonly number[],
  { from, before }: { readonly from: number; readonly before: number },
  conditions: readonly SqlPart[],
): number[] {
  const text = `SELECT m.id FROM (
      SELECT n.row_id AS id, n.conversation_id, n.created_at, ${onlyOfMessages}
      FROM json_each(?) wanted CROSS JOIN notes n ON n.row_id = wanted.value) m
    LEFT JOIN conversations c ON c.id = m.conversation_id
    WHERE ${['m.created_at >= ? AND m.created_at < ?', ...conditions.map((one) => one.text)].join(' AND ')}
    ORDER BY m.id DESC`;
  const values = conditions.flatMap((condition) => condition.values);
  return all<{ id: number }>(db, text, JSON.stringify(rowIds), from, before, ...values).map(({ id }) => id);
}

const onlyOfMessages = ['kind', 'reason', 'role', 'lang', 'media', 'links', 'person_id', 'author_id']
  .map((column) => `NULL AS ${column}`)
  .join(', ');

// Writes what FTS5 would write at the commit, where an error would cost the note too.
function flush(db: Db): void {
  run(db, `INSERT INTO notes_fts (notes_fts) VALUES ('flush')`);
}
