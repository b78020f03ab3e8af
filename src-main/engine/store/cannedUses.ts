import type { Db } from './open.ts';
import { run } from './sql.ts';

/** That a reply contains a canned response. */
export interface CannedUse {
  readonly cannedId: string;
  /** Whether the agent changed the wording. */
  readonly edited: boolean;
}

/** Links a reply that has just entered the outbox to the canned responses in it. */
export function insertCannedUses(
  db: Db,
  { id, conversationId }: { readonly id: string; readonly conversationId: string },
  uses: readonly CannedUse[],
): void {
  const text =
    'INSERT OR IGNORE INTO canned_uses (outbox_id, canned_id, conversation_id, edited) VALUES (?, ?, ?, ?)';
  for (const { cannedId, edited } of uses) run(db, text, id, cannedId, conversationId, edited ? 1 : 0);
}

/** Counts the canned responses in a reply once X has it; returns how many were counted. */
export function countCannedUses(db: Db, outboxId: string, now: number): number {
  const count = `UPDATE canned_responses SET uses = uses + 1, last_used_at = ? WHERE id IN (
    SELECT canned_id FROM canned_uses WHERE outbox_id = ? AND sent_at IS NULL)`;
  const counted = run(db, count, now, outboxId);
  if (counted > 0)
    run(db, 'UPDATE canned_uses SET sent_at = ? WHERE outbox_id = ? AND sent_at IS NULL', now, outboxId);
  return counted;
}
