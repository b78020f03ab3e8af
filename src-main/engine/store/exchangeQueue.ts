import type { Db } from './open.ts';
import { all, get, inTransaction, run } from './sql.ts';

/** The version of what is derived from messages. Raise it with the words, terms, addresses or signatures of exchanges. */
const VERSION = 1;

/** Queues every conversation with a reply if another version derived what there is. */
export function queueOutdated(db: Db): void {
  if (get(db, 'SELECT 1 FROM exchange_index WHERE version = ?', VERSION)) return;
  inTransaction(db, () => {
    run(
      db,
      `INSERT OR IGNORE INTO exchange_queue SELECT DISTINCT conversation_id FROM messages
       WHERE role = 'own' AND conversation_id IS NOT NULL`,
    );
    run(db, 'INSERT OR IGNORE INTO exchange_queue SELECT DISTINCT conversation_id FROM exchanges');
    run(db, 'UPDATE exchange_index SET version = ?', VERSION);
  });
}

/** The newest conversations whose exchanges are to be derived again. */
export function listQueuedConversations(db: Db, limit: number): string[] {
  const text = 'SELECT conversation_id AS id FROM exchange_queue ORDER BY conversation_id DESC LIMIT ?';
  return all<{ id: string }>(db, text, limit).map(({ id }) => id);
}

/** Takes a conversation off the queue. */
export function takeOffQueue(db: Db, conversationId: string): void {
  run(db, 'DELETE FROM exchange_queue WHERE conversation_id = ?', conversationId);
}
