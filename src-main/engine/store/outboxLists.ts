import type { Db } from './open.ts';
import { isMessageOf } from './outboxJoin.ts';
import { type OutboxRow, outboxColumns, type StoredOutboxRow, toOutboxRow } from './outboxRow.ts';
import { all, type Value } from './sql.ts';

const list = (db: Db, condition: string, ...values: readonly Value[]): OutboxRow[] =>
  all<StoredOutboxRow>(
    db,
    `SELECT ${outboxColumns} FROM outbox o WHERE dismissed = 0 AND ${condition}`,
    ...values,
  ).map(toOutboxRow);

const oldestFirst = 'ORDER BY created_at, id';

/** The replies of a conversation, or of all with null, the newest first. */
export function listOutboxRows(db: Db, conversationId: string | null, limit: number): OutboxRow[] {
  const newest = 'ORDER BY created_at DESC, id DESC LIMIT ?';
  return conversationId === null
    ? list(db, `thread_id IS NULL ${newest}`, limit)
    : list(db, `conversation_id = ? AND thread_id IS NULL ${newest}`, conversationId, limit);
}

/** All replies that Perch has to do something about by itself, the oldest first. */
export function listLiveOutboxRows(db: Db): OutboxRow[] {
  const condition = `(state IN ('held', 'queued', 'sending') OR (state = 'unknown' AND next_attempt_at IS NOT NULL))`;
  return list(db, `${condition} ${oldestFirst}`);
}

/** All replies that are not known to be on X, the oldest first. */
export function listOutboxRowsNotSent(db: Db): OutboxRow[] {
  return list(db, `state <> 'sent' ${oldestFirst}`);
}

/** Replies that may be on X under an id that Perch does not know, the oldest first. */
export function listUnlinkedOutboxRows(db: Db): OutboxRow[] {
  return list(db, `x_id IS NULL AND state IN ('unknown', 'sent') ${oldestFirst}`);
}

/** Replies to a person that may be on X without a confirmation, the oldest first. */
export function listUnconfirmedOutboxRows(db: Db, personId: string): OutboxRow[] {
  return list(db, `person_id = ? AND state IN ('sending', 'unknown') ${oldestFirst}`, personId);
}

/** Replies to a person that are not stored as messages of X, the oldest first. */
export function listUnsentOutboxRows(db: Db, personId: string): OutboxRow[] {
  const condition = `conversation_id IN (SELECT id FROM conversations WHERE person_id = ?)
    AND NOT EXISTS (SELECT 1 FROM messages m WHERE ${isMessageOf('m', 'o')})`;
  return list(db, `${condition} ${oldestFirst}`, personId);
}
