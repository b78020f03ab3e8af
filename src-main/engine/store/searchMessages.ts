import { type MessageKind, toMessageId } from '#shared/domain/message.ts';
import { listMessages, type StoredOrderedMessage } from './history.ts';
import { listMatchesOf } from './indexQuestions.ts';
import type { Db } from './open.ts';
import { requestIndexCheck } from './searchIndex.ts';
import { all } from './sql.ts';

/** The messages that the index found, in the order of `ids`. Those that are not there are left out, and the index is checked. */
export function loadHits(db: Db, ids: readonly number[]): StoredOrderedMessage[] {
  const found = new Map(listMessages(db, ids).map((message) => [message.rowId, message]));
  if (found.size < ids.length) requestIndexCheck(db);
  return ids.flatMap((id) => found.get(id) ?? []);
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
