import { deleteEarlierTexts } from './earlierTexts.ts';
import type { Db } from './open.ts';
import { rowIdFloor } from './rowIds.ts';
import { all, get, run } from './sql.ts';

/** A stored post as X has to be asked for it. */
export interface StoredPost {
  readonly id: number;
  /** The X id of its newest known version. */
  readonly versionXId: string;
}

/** A post that X was not asked for lately. */
export interface UncheckedPost extends StoredPost {
  /** 0 where it stands in a conversation that is not resolved, or is shown there; 1 where it is only young. */
  readonly isResolved: 0 | 1;
}

/** Since when posts count as young, in epoch milliseconds. */
export interface YoungSince {
  readonly posts: number;
  /** The same for hits of saved searches that stand in nobody's conversation. */
  readonly hits: number;
}

/**
 * Posts that X was not asked for since `checkedBefore`: all that stand in conversations that are not resolved, with what
 * is shown there to understand them, then the young ones; of each the longest unseen first.
 */
export function listUncheckedPosts(
  db: Db,
  checkedBefore: number,
  young: YoungSince,
  limit: number,
): UncheckedPost[] {
  // Asked in each branch, so that only what is due is gathered and sorted.
  const due = `m.kind = 'post' AND m.deleted_at IS NULL AND coalesce(m.checked_at, 0) < :before`;
  const open = `c.view IN ('open', 'pending', 'snoozed')`;
  const text = `SELECT id, versionXId, min(isResolved) AS isResolved FROM (
      SELECT m.id, m.version_x_id AS versionXId, m.checked_at AS checkedAt, 0 AS isResolved FROM conversations c
        CROSS JOIN messages m ON m.conversation_id = c.id WHERE ${open} AND ${due}
      UNION ALL SELECT m.id, m.version_x_id, m.checked_at, 0 FROM conversations c
        CROSS JOIN contexts x ON x.person_id = c.person_id
        CROSS JOIN messages w ON w.id = x.for_message_id AND w.conversation_id = c.id
        CROSS JOIN messages m ON m.id = x.message_id WHERE ${open} AND ${due}
      UNION ALL SELECT m.id, m.version_x_id, m.checked_at, 1 FROM messages m INDEXED BY messages_checked
        WHERE m.id >= :youngPosts AND ${due} AND (m.id >= :youngHits OR m.conversation_id IS NOT NULL
          OR NOT EXISTS (SELECT 1 FROM hits WHERE message_id = m.id)))
    GROUP BY id ORDER BY min(isResolved), coalesce(checkedAt, 0), id LIMIT :limit`;
  return all<UncheckedPost>(db, text, {
    youngPosts: rowIdFloor(young.posts),
    youngHits: rowIdFloor(young.hits),
    before: checkedBefore,
    limit,
  });
}

/** Notes that X was asked for these posts. */
export function markChecked(db: Db, ids: readonly number[], now: number): void {
  const text = 'UPDATE messages SET checked_at = ? WHERE id IN (SELECT value FROM json_each(?))';
  run(db, text, now, JSON.stringify(ids));
}

/**
 * Takes what was emptied out of the write-ahead log too; call it after the transaction. While another program reads the
 * store, that is left to a later time: nothing waits for its end.
 */
export function emptyLog(db: Db): void {
  const usualMs = Number(db.pragma('busy_timeout', { simple: true }));
  db.pragma('busy_timeout = 0');
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.pragma(`busy_timeout = ${usualMs}`);
  }
}

/** What became empty. */
export interface EmptiedMessage {
  readonly xId: string;
  readonly conversationId: string | null;
}

/** Empties a message for good, in the search and in its earlier wordings too; null where that was done before. */
export function emptyMessage(db: Db, id: number, now: number): EmptiedMessage | null {
  const known = get<EmptiedMessage & { text: string }>(
    db,
    `SELECT x_id AS xId, conversation_id AS conversationId, text FROM messages WHERE id = ? AND deleted_at IS NULL`,
    id,
  );
  if (!known) return null;
  const index = `INSERT INTO messages_fts (messages_fts, rowid, text) VALUES ('delete', ?, ?)`;
  run(db, index, id, known.text);
  const empty = `UPDATE messages SET text = '', links = '[]', media = '[]', deleted_at = ? WHERE id = ?`;
  run(db, empty, now, id);
  run(db, `INSERT INTO messages_fts (rowid, text) VALUES (?, '')`, id);
  deleteEarlierTexts(db, id);
  return { xId: known.xId, conversationId: known.conversationId };
}
