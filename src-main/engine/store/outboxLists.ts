import type { Db } from './open.ts';
import { type OutboxRow, outboxColumns, type StoredOutboxRow, toOutboxRow } from './outboxRow.ts';
import { all } from './sql.ts';

/** Answers, the newest first; dismissed ones are left out. */
export function listOutboxRows(db: Db, conversationId: string | null, limit: number): OutboxRow[] {
  const text = `SELECT ${outboxColumns} FROM outbox WHERE dismissed = 0 AND (@id IS NULL OR conversation_id = @id)
    ORDER BY created_at DESC, id DESC LIMIT @limit`;
  return all<StoredOutboxRow>(db, text, { id: conversationId, limit }).map(toOutboxRow);
}

/** All answers that Perch still has to do something about, the oldest first. */
export function listLiveOutboxRows(db: Db): OutboxRow[] {
  const text = `SELECT ${outboxColumns} FROM outbox
    WHERE dismissed = 0 AND (state IN ('held', 'queued', 'sending') OR (state = 'unknown' AND next_attempt_at IS NOT NULL))
    ORDER BY created_at, id`;
  return all<StoredOutboxRow>(db, text).map(toOutboxRow);
}

/** Answers that may stand on X under an id that Perch has not learnt, the oldest first. */
export function listUnlinkedOutboxRows(db: Db): OutboxRow[] {
  const text = `SELECT ${outboxColumns} FROM outbox WHERE x_id IS NULL AND dismissed = 0 AND state IN ('unknown', 'sent')
    ORDER BY created_at, id`;
  return all<StoredOutboxRow>(db, text).map(toOutboxRow);
}

/** Answers to a person that may stand on X although nobody knows it yet, the oldest first. */
export function listUnsettledOutboxRows(db: Db, personId: string): OutboxRow[] {
  const text = `SELECT ${outboxColumns} FROM outbox WHERE person_id = ? AND state IN ('sending', 'unknown') AND dismissed = 0
    ORDER BY created_at, id`;
  return all<StoredOutboxRow>(db, text, personId).map(toOutboxRow);
}
