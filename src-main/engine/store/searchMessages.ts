import { type MessageKind, toMessageId } from '#shared/domain/message.ts';
import { listMessages, type StoredOrderedMessage } from './history.ts';
import type { Db } from './open.ts';
import { listMatches, listMatchesOf, requestIndexCheck } from './searchIndex.ts';
import { all } from './sql.ts';

/** A page of messages that match, newest first. */
export interface HitPage {
  readonly hits: StoredOrderedMessage[];
  /** The row id before which the next page starts; null if this is the last page. */
  readonly next: number | null;
}

/** The newest messages before the row id `before` that match an FTS5 expression. */
export function searchMessages(db: Db, match: string, before: number, limit: number): HitPage {
  const found = listMatches(db, match, before, limit + 1);
  const ids = found.slice(0, limit);
  const hits = listMessages(db, ids);
  // The index has messages that are not there. The others count all the same.
  if (hits.length < ids.length) requestIndexCheck(db);
  return { hits, next: found.length > limit ? (ids.at(-1) ?? null) : null };
}

/** Where a message is in a history. */
export interface HistoryHit {
  readonly messageId: string;
  readonly at: number;
}

/** The newest messages in a person's history that match an FTS5 expression. */
export function searchHistory(db: Db, match: string, personId: string, limit: number): HistoryHit[] {
  const ids = listMatchesOf(db, match, personId, limit);
  const text = `SELECT m.id, m.kind, m.x_id AS xId, m.at
    FROM json_each(?) wanted CROSS JOIN messages m ON m.id = wanted.value`;
  const rows = all<{ id: number; kind: MessageKind; xId: string; at: number }>(db, text, JSON.stringify(ids));
  if (rows.length < ids.length) requestIndexCheck(db);
  return rows
    .toSorted((a, b) => b.id - a.id)
    .map(({ kind, xId, at }) => ({ messageId: toMessageId(kind, xId), at }));
}
