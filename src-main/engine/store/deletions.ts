import { deleteEarlierTexts } from './earlierTexts.ts';
import { forgetExchanges } from './exchanges.ts';
import { isLocal } from './importedMessages.ts';
import type { Db } from './open.ts';
import { isReplyBehind } from './outboxJoin.ts';
import { deletePostMentions } from './postMentions.ts';
import { rowIdFloor } from './rowIds.ts';
import { unindexMessage } from './searchIndex.ts';
import { all, get, run } from './sql.ts';

/** A stored post, as it has to be looked up on X. */
export interface StoredPost {
  readonly id: number;
  /** The X id of its newest known version. */
  readonly versionXId: string;
}

/** A post that is due for a check. */
export interface UncheckedPost extends StoredPost {
  /** 0 if it belongs to an unresolved conversation or is shown in one; 1 if it is due only because it is recent. */
  readonly isResolved: 0 | 1;
}

/** Since when posts count as recent, in epoch milliseconds. */
export interface RecentSince {
  readonly posts: number;
  /** The same for hits of saved searches that belong to no conversation. */
  readonly hits: number;
}

/**
 * Posts that were last checked before `checkedBefore`, at most `limit`: first those of unresolved conversations with the
 * context that is shown there, then the other recent ones; within each, the longest unchecked first.
 */
export function listUncheckedPosts(
  db: Db,
  checkedBefore: number,
  recent: RecentSince,
  limit: number,
): UncheckedPost[] {
  // Repeated in each branch, so that only posts that are due are collected and sorted.
  const due = `m.kind = 'post' AND m.deleted_at IS NULL AND coalesce(m.checked_at, 0) < :before AND NOT ${isLocal('m.x_id')}`;
  const open = `c.view IN ('open', 'pending', 'snoozed')`;
  const text = `SELECT id, versionXId, min(isResolved) AS isResolved FROM (
      SELECT m.id, m.version_x_id AS versionXId, m.checked_at AS checkedAt, 0 AS isResolved FROM conversations c
        CROSS JOIN messages m ON m.conversation_id = c.id WHERE ${open} AND ${due}
      UNION ALL SELECT m.id, m.version_x_id, m.checked_at, 0 FROM conversations c
        CROSS JOIN contexts x ON x.person_id = c.person_id
        CROSS JOIN messages w ON w.id = x.for_message_id AND w.conversation_id = c.id
        CROSS JOIN messages m ON m.id = x.message_id WHERE ${open} AND ${due}
      UNION ALL SELECT m.id, m.version_x_id, m.checked_at, 1 FROM messages m INDEXED BY messages_checked
        WHERE m.id >= :recentPosts AND ${due} AND (m.id >= :recentHits OR m.conversation_id IS NOT NULL
          OR NOT EXISTS (SELECT 1 FROM hits WHERE message_id = m.id)))
    GROUP BY id ORDER BY min(isResolved), coalesce(checkedAt, 0), id LIMIT :limit`;
  return all<UncheckedPost>(db, text, {
    recentPosts: rowIdFloor(recent.posts),
    recentHits: rowIdFloor(recent.hits),
    before: checkedBefore,
    limit,
  });
}

/** How many posts daily checks look up: those of unresolved conversations, and the others since `recentSince`. */
export function countCheckable(
  db: Db,
  recentSince: number,
): { readonly unresolved: number; readonly settled: number } {
  const kept = `m.kind = 'post' AND m.deleted_at IS NULL AND NOT ${isLocal('m.x_id')}`;
  const text = `WITH open AS MATERIALIZED (SELECT m.id FROM conversations c CROSS JOIN messages m ON m.conversation_id = c.id
      WHERE c.view IN ('open', 'pending', 'snoozed') AND ${kept})
    SELECT (SELECT count(*) FROM open) AS unresolved,
      (SELECT count(*) FROM messages m INDEXED BY messages_checked WHERE m.id >= :floor AND ${kept})
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
