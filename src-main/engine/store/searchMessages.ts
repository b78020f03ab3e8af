import { listMessages, type OrderedMessage } from './history.ts';
import type { Db } from './open.ts';
import { listMatches, requestIndexCheck } from './searchIndex.ts';
import { all } from './sql.ts';

/** A message that matches a search. */
export interface MessageHit extends OrderedMessage {
  /** The text that was indexed: what X has, which may differ from the text that the message shows. */
  readonly indexedText: string;
}

/** A page of hits, newest first. */
export interface HitPage {
  readonly hits: MessageHit[];
  /** The row id before which the next page starts; null if this is the last page. */
  readonly next: number | null;
}

/** The newest messages before the row id `before` that match an FTS5 expression. */
export function searchMessages(db: Db, match: string, before: number, limit: number): HitPage {
  const found = listMatches(db, match, before, limit + 1);
  const ids = found.slice(0, limit);
  const texts = listTexts(db, ids);
  // The index is out of step with the messages; the hits that there are count all the same.
  if (texts.size < ids.length) requestIndexCheck(db);
  const hits = listMessages(db, ids).map((hit) => ({ ...hit, indexedText: texts.get(hit.rowId) ?? '' }));
  return { hits, next: found.length > limit ? (ids.at(-1) ?? null) : null };
}

function listTexts(db: Db, ids: readonly number[]): Map<number, string> {
  const text = 'SELECT m.id, m.text FROM json_each(?) wanted CROSS JOIN messages m ON m.id = wanted.value';
  const rows = all<{ id: number; text: string }>(db, text, JSON.stringify(ids));
  return new Map(rows.map((row) => [row.id, row.text]));
}
