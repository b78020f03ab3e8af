import { listMessages, type OrderedMessage } from './history.ts';
import type { Db } from './open.ts';
import { all } from './sql.ts';

/** A message that matches a search. */
export interface MessageHit extends OrderedMessage {
  /** The text around the match; matched words are enclosed in \u0002 and \u0003. */
  readonly snippet: string;
}

/** How many words a snippet has. */
const SNIPPET_WORDS = 32;

/** The newest messages before the row id `before` that match an FTS5 expression. */
export function searchMessages(db: Db, match: string, before: number, limit: number): MessageHit[] {
  const text = `SELECT rowid AS id, snippet(messages_fts, 0, char(2), char(3), '…', ${SNIPPET_WORDS}) AS snippet
    FROM messages_fts WHERE messages_fts MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?`;
  const hits = all<{ id: number; snippet: string }>(db, text, match, before, limit);
  const snippets = new Map(hits.map((hit) => [hit.id, hit.snippet]));
  return listMessages(db, [...snippets.keys()]).map((placed) => ({
    ...placed,
    snippet: snippets.get(placed.rowId) ?? '',
  }));
}
