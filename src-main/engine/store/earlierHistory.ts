import type { MessageKind } from '#shared/domain/message.ts';
import { isImported } from './importedMessages.ts';
import type { MessageRole } from './messages.ts';
import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';
import { isNotImports } from './threading.ts';

/** Whether an agent has seen, kept or changed something in the conversation `c`. */
const touched = `(c.agent IS NOT NULL OR c.snoozed_until IS NOT NULL OR c.read_through > 0
  OR EXISTS (SELECT 1 FROM activities a WHERE a.conversation_id = c.id
    AND (a.agent IS NOT NULL OR a.kind NOT IN ('conversationOpened', 'conversationReopened', 'statusSet')))
  OR EXISTS (SELECT 1 FROM drafts d WHERE d.conversation_id = c.id)
  OR EXISTS (SELECT 1 FROM outbox o WHERE o.conversation_id = c.id))`;

/** The last message of a conversation. */
interface LastMessage {
  readonly kind: MessageKind;
  readonly role: MessageRole;
  readonly at: number;
  readonly isImported: 0 | 1;
  /** Whether an agent has touched the conversation. */
  readonly touched: 0 | 1;
}

/** The last message of a conversation; null if it has none. */
export function getLastMessage(db: Db, conversationId: string): LastMessage | null {
  const text = `SELECT m.kind, m.role, m.at, ${isImported('m.id')} AS isImported, ${touched} AS touched FROM conversations c
    JOIN messages m ON m.conversation_id = c.id WHERE c.id = ? ORDER BY m.id DESC LIMIT 1`;
  return get<LastMessage>(db, text, conversationId);
}

/** Marks a conversation from before the connecting as resolved at the time of its last word. */
export function resolveEarlier(db: Db, id: string, at: number): void {
  const text = `UPDATE conversations SET status = 'resolved', set_status = 'resolved', set_status_at = :at,
    resolved_at = :at WHERE id = :id`;
  run(db, text, { id, at });
}

/** A conversation that no agent has touched. */
interface UntouchedConversation {
  readonly id: string;
  /** The time of its last message. */
  readonly lastAt: number;
  readonly isResolved: 0 | 1;
}

/** Those of some conversations that no agent has touched. */
export function listUntouched(db: Db, ids: readonly string[]): UntouchedConversation[] {
  const text = `SELECT c.id, c.last_at AS lastAt, c.status = 'resolved' AS isResolved
    FROM json_each(?) wanted JOIN conversations c ON c.id = wanted.value WHERE NOT ${touched}`;
  return all<UntouchedConversation>(db, text, JSON.stringify(ids));
}

/** Settles every message that is captured of a conversation, without a reply. */
export function settleAllMessages(db: Db, id: string): void {
  const text = `UPDATE conversations
    SET settled_at = (SELECT max(captured_at) FROM messages WHERE conversation_id = :id) WHERE id = :id`;
  run(db, text, { id });
}

/**
 * People who have assigned messages and an unassigned one from before the time `before` that waits for no import. Even one that is newer
 * than all assigned ones counts: a reply may end a silence for which a conversation was resolved in nobody's name.
 */
export function listPeopleFoundLate(db: Db, before: number): string[] {
  const text = `SELECT person_id AS id FROM messages u INDEXED BY messages_unthreaded
    WHERE threaded = 0 AND at < ? AND ${isNotImports('u.id')} GROUP BY person_id
    HAVING EXISTS (SELECT 1 FROM messages t
      WHERE t.person_id = u.person_id AND t.threaded = 1 AND t.role <> 'context')`;
  return all<{ id: string }>(db, text, before).map((row) => row.id);
}

/** Whether a person is one of those. */
export function isFoundLate(db: Db, personId: string, before: number): boolean {
  const text = `SELECT 1 WHERE EXISTS (SELECT 1 FROM messages WHERE person_id = :personId AND threaded = 0 AND at < :before)
    AND EXISTS (SELECT 1 FROM messages WHERE person_id = :personId AND threaded = 1 AND role <> 'context')`;
  return get(db, text, { personId, before }) !== null;
}

/**
 * Deletes all conversations of a person, so that their messages are threaded again, and returns their ids. If an agent has
 * touched one of them nothing changes, and the result is empty.
 */
export function takeApart(db: Db, personId: string): string[] {
  const text = `SELECT c.id, ${touched} AS touched FROM conversations c WHERE c.person_id = ?`;
  const existing = all<{ id: string; touched: number }>(db, text, personId);
  if (existing.some((conversation) => conversation.touched === 1)) return [];
  for (const { id } of existing) remove(db, id);
  const outside = `UPDATE messages SET threaded = 0
    WHERE person_id = ? AND author_id <> person_id AND role = 'own' AND conversation_id IS NULL`;
  run(db, outside, personId);
  return existing.map(({ id }) => id);
}

// An untouched conversation has only the activities of threading, which records them again.
function remove(db: Db, id: string): void {
  run(db, 'UPDATE messages SET threaded = 0, conversation_id = NULL WHERE conversation_id = ?', id);
  run(db, 'DELETE FROM activities WHERE conversation_id = ?', id);
  run(db, 'DELETE FROM conversations WHERE id = ?', id);
}
