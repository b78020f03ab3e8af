import { deleteEarlierTexts } from './earlierTexts.ts';
import { forgetExchanges } from './exchanges.ts';
import type { Db } from './open.ts';
import { isReplyBehind } from './outboxJoin.ts';
import { deletePostMentions } from './postMentions.ts';
import { rowIdFloor } from './rowIds.ts';
import { unindexMessage } from './searchIndex.ts';
import { get, run } from './sql.ts';
import { isCheckable, isUnresolved } from './uncheckedPosts.ts';

/** How many posts daily checks look up: those of unresolved conversations, and the others since `recentSince`. */
export function countCheckable(
  db: Db,
  recentSince: number,
): { readonly unresolved: number; readonly settled: number } {
  const text = `WITH open AS MATERIALIZED (SELECT m.id FROM conversations c CROSS JOIN messages m ON m.conversation_id = c.id
      WHERE ${isUnresolved} AND ${isCheckable})
    SELECT (SELECT count(*) FROM open) AS unresolved,
      (SELECT count(*) FROM messages m INDEXED BY messages_checked WHERE m.id >= :floor AND ${isCheckable})
        - (SELECT count(*) FROM open WHERE id >= :floor) AS settled`;
  const found = get<{ unresolved: number; settled: number }>(db, text, { floor: rowIdFloor(recentSince) });
  return found ?? { unresolved: 0, settled: 0 };
}

/** Records that these posts were checked at `now`. */
export function markChecked(db: Db, ids: readonly number[], now: number): void {
  const text = 'UPDATE messages SET checked_at = ? WHERE id IN (SELECT value FROM json_each(?))';
  run(db, text, now, JSON.stringify(ids));
}

/**
 * Removes erased text from the write-ahead log too; call it after the transaction. Does nothing while another program
 * reads the store, since waiting for it could take forever; a later checkpoint does it then.
 */
export function truncateWal(db: Db): void {
  const usualMs = Number(db.pragma('busy_timeout', { simple: true }));
  db.pragma('busy_timeout = 0');
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.pragma(`busy_timeout = ${usualMs}`);
  }
}

/** A message that has been erased. */
export interface ErasedMessage {
  readonly xId: string;
  readonly conversationId: string | null;
}

/** Erases a message for good, in the search index, in what replies are suggested from and in its earlier wordings too. Returns null if it was erased before. */
export function eraseMessage(db: Db, id: number, now: number): ErasedMessage | null {
  const known = get<ErasedMessage & { text: string }>(
    db,
    `SELECT x_id AS xId, conversation_id AS conversationId, text FROM messages WHERE id = ? AND deleted_at IS NULL`,
    id,
  );
  if (!known) return null;
  unindexMessage(db, id, known.text);
  if (known.conversationId) forgetExchanges(db, known.conversationId);
  const empty = `UPDATE messages SET text = '', links = '[]', media = '[]', attachments = '[]', quotes = '[]',
    deleted_at = ? WHERE id = ?`;
  run(db, empty, now, id);
  deleteEarlierTexts(db, id);
  deletePostMentions(db, id);
  // A reply that was sent from Perch is shown with the text that the outbox has.
  eraseReply(db, id);
  return { xId: known.xId, conversationId: known.conversationId };
}

// With its pictures, and in the list of the parts of which it was one.
function eraseReply(db: Db, id: number): void {
  const behind = `FROM messages m WHERE m.id = ? AND ${isReplyBehind('o', 'm')}`;
  const files = `SELECT a.value ->> 'id' FROM outbox o, json_each(o.attachments) a, messages m
    WHERE m.id = ? AND ${isReplyBehind('o', 'm')} AND json_valid(o.attachments)`;
  run(db, `DELETE FROM reply_files WHERE id IN (${files})`, id);
  const thread = `SELECT coalesce(o.thread_id, o.id) FROM outbox o, messages m WHERE m.id = ? AND ${isReplyBehind('o', 'm')}`;
  run(db, `UPDATE outbox SET parts = NULL WHERE state = 'sent' AND id IN (${thread})`, id);
  run(db, `UPDATE outbox AS o SET text = '', attachments = '[]' ${behind}`, id);
}
