import type { CannedUse } from './cannedUses.ts';
import type { Db } from './open.ts';
import { all, run } from './sql.ts';

/** What was put into a draft: a canned response, or the earlier reply of a row in messages; neither once that is erased. */
export interface DraftUse {
  readonly cannedId: string | null;
  readonly messageId: number | null;
}

/** What is put into a draft: canned responses by their ids, and earlier replies by their rows. */
export const toDraftUses = (
  cannedIds: readonly string[],
  messageIds: readonly (number | null)[],
): DraftUse[] => [
  ...cannedIds.map((cannedId) => ({ cannedId, messageId: null })),
  ...messageIds.map((messageId) => ({ cannedId: null, messageId })),
];

/** What a reply was written from: canned responses, and the rows of earlier replies, null for one that is erased. */
export interface ReplyUses {
  readonly canned: readonly CannedUse[];
  readonly earlier: readonly (number | null)[];
}

/** A reply in the outbox, or one that waits for an approval. */
interface Holder {
  readonly id: string;
  readonly conversationId: string;
}

/** Links a reply to the earlier ones in it, by their rows; null for one that is erased. */
export function insertReplyUses(
  db: Db,
  { id, conversationId }: Holder,
  messageIds: readonly (number | null)[],
): void {
  const text = 'INSERT OR IGNORE INTO reply_uses (reply_id, conversation_id, message_id) VALUES (?, ?, ?)';
  for (const messageId of messageIds) run(db, text, id, conversationId, messageId);
}

/** The rows of the earlier replies in a reply; null for one that is erased. */
export function listReplyUses(db: Db, id: string): (number | null)[] {
  const text = 'SELECT message_id AS messageId FROM reply_uses WHERE reply_id = ? ORDER BY rowid';
  return all<Pick<DraftUse, 'messageId'>>(db, text, id).map(({ messageId }) => messageId);
}

/** Takes what is in a reply of the outbox, canned responses and earlier replies, for the draft that it becomes again. */
export function takeUses(db: Db, outboxId: string): DraftUse[] {
  const text = 'SELECT canned_id AS cannedId FROM canned_uses WHERE outbox_id = ?';
  const cannedIds = all<{ cannedId: string }>(db, text, outboxId).map(({ cannedId }) => cannedId);
  const uses = toDraftUses(cannedIds, listReplyUses(db, outboxId));
  run(db, 'DELETE FROM canned_uses WHERE outbox_id = ?', outboxId);
  run(db, 'DELETE FROM reply_uses WHERE reply_id = ?', outboxId);
  return uses;
}

/** The rows of own messages by their ids in the contract; without those that are not there. */
export function findOwnMessages(db: Db, messageIds: readonly string[]): number[] {
  const text = `SELECT DISTINCT m.id FROM json_each(?) wanted
    CROSS JOIN messages m ON m.kind = substr(wanted.value, 1, instr(wanted.value, '-') - 1)
      AND m.x_id = substr(wanted.value, instr(wanted.value, '-') + 1)
    WHERE m.role = 'own'`;
  return all<{ id: number }>(db, text, JSON.stringify(messageIds)).map(({ id }) => id);
}
