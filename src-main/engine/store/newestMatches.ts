import { parseList } from './jsonColumn.ts';
import type { Db } from './open.ts';
import { get } from './sql.ts';

/** An index of the words of a table, each entry by its row id. */
export type WordIndex = 'canned_fts' | 'exchanges_fts';

/** The row ids of the newest entries of a word index that match an FTS5 expression, the newest first, at most `limit`. */
export function listNewestMatches(db: Db, index: WordIndex, match: string, limit: number): readonly number[] {
  // As one value: hundreds of rows would take longer to hand over than to find.
  const text = `SELECT json_group_array(id) AS ids FROM (
    SELECT rowid AS id FROM ${index} WHERE ${index} MATCH ? ORDER BY rowid DESC LIMIT ?) page`;
  return parseList<number>(get<{ ids: string }>(db, text, match, limit)?.ids ?? '[]');
}
