import type { Priority, Reason, SettableStatus } from '#shared/domain/conversation.ts';
import { toConversationId } from '#shared/domain/conversationId.ts';
import { type MessageKind, toMessageId } from '#shared/domain/message.ts';
import type { DueTimes } from './dueTimes.ts';
import type { Db } from './open.ts';
import type { SeenUntil } from './seenMessages.ts';
import { all, get, run } from './sql.ts';

/** The first message of a conversation, which determines its id, reason and time. */
export interface FirstMessage {
  readonly xId: string;
  readonly kind: MessageKind;
  readonly personId: string;
  readonly reason: Reason;
  readonly text: string;
  /** The language of the text; null if X named none. */
  readonly lang: string | null;
  readonly at: number;
}

/**
 * Opens a new conversation and returns its id. It enters the queue as if the first message was its only one, which is mostly
 * true, so that `summarise` seldom has to change it.
 */
export function openConversation(db: Db, first: FirstMessage, due: DueTimes): string {
  const id = toConversationId(first.xId);
  const person = get<{ handle: string; name: string; picture_url: string | null }>(
    db,
    'SELECT handle, name, picture_url FROM people WHERE x_id = ?',
    first.personId,
  );
  run(
    db,
    `INSERT INTO conversations (id, person_id, reason, opened_at, status, view, in_queue, waiting_since, due_at,
       late_at, due_reply, due_level, unread, lang, last_lang, last_kind, last_direction, last_text, last_at, last_message_id, handle, name, picture_url)
     VALUES (?, ?, ?, ?, 'new', 'open', 1, ?, ?, ?, ?, ?, 1, ?, ?, ?, 'in', ?, ?, ?, ?, ?, ?)`,
    id,
    first.personId,
    first.reason,
    first.at,
    first.at,
    due.dueAt,
    due.lateAt,
    due.dueReply,
    due.dueLevel,
    first.lang,
    first.lang,
    first.kind,
    first.text,
    first.at,
    toMessageId(first.kind, first.xId),
    person?.handle ?? null,
    person?.name ?? null,
    person?.picture_url ?? null,
  );
  return id;
}

/**
 * Sets the status for an agent at `now`. Pending and resolved also settle the messages captured until `seenUntil`; resolved ends
 * a snooze.
 */
export function setStatus(
  db: Db,
  id: string,
  status: SettableStatus,
  { now, seenUntil }: { readonly now: number; readonly seenUntil: SeenUntil },
): void {
  run(
    db,
    `UPDATE conversations SET set_status = :status, set_status_at = :now,
       settled_at = iif(:status = 'open', NULL, :seenUntil),
       resolved_at = iif(:status = 'resolved', :now, NULL),
       snoozed_until = iif(:status = 'resolved', NULL, snoozed_until) WHERE id = :id`,
    { id, status, now, seenUntil },
  );
}

/** Reopens a resolved conversation because its person wrote; settled messages stay settled. */
export function reopen(db: Db, id: string, now: number): void {
  const text = `UPDATE conversations SET set_status = 'open', set_status_at = ?, status = 'open', resolved_at = NULL
    WHERE id = ?`;
  run(db, text, now, id);
}

/**
 * Reopens a conversation because its reply, written at `writtenAt`, will not reach the person by itself: ends a snooze, and
 * takes back what an agent settled on the strength of that reply. Returns whether an agent had put the conversation aside.
 */
export function reopenForReply(
  db: Db,
  id: string,
  { writtenAt, now }: { readonly writtenAt: number; readonly now: number },
): boolean {
  const aside = `SELECT 1 AS found FROM conversations
    WHERE id = ? AND (set_status IN ('pending', 'resolved') OR snoozed_until IS NOT NULL)`;
  const wasAside = get(db, aside, id) !== null;
  run(
    db,
    `UPDATE conversations SET set_status = 'open', set_status_at = :now, status = 'open', resolved_at = NULL,
       snoozed_until = NULL, settled_at = iif(set_status_at >= :writtenAt, NULL, settled_at) WHERE id = :id`,
    { id, writtenAt, now },
  );
  return wasAside;
}

/** Lets the reply of a conversation decide again whether it is open, unless an agent has put it aside since. */
export function endReopening(db: Db, id: string): void {
  const text = `UPDATE conversations SET set_status = NULL, set_status_at = NULL WHERE id = ? AND set_status = 'open'`;
  run(db, text, id);
}

/** Sets the assignee, or removes it with null. */
export function setAgent(db: Db, id: string, agent: string | null): void {
  run(db, 'UPDATE conversations SET agent = ? WHERE id = ?', agent, id);
}

export function setPriority(db: Db, id: string, priority: Priority): void {
  run(db, 'UPDATE conversations SET priority = ? WHERE id = ?', priority, id);
}

/** Rules out a survey about a conversation, or allows one. */
export function setNoSurvey(db: Db, id: string, isRuledOut: boolean): void {
  run(db, 'UPDATE conversations SET no_survey = ? WHERE id = ?', isRuledOut ? 1 : 0, id);
}

/** Snoozes until a time, or ends a snooze with null. */
export function setSnooze(db: Db, id: string, until: number | null): void {
  const text = 'UPDATE conversations SET snoozed_until = ? WHERE id = ? AND snoozed_until IS NOT ?';
  run(db, text, until, id, until);
}

/** Ends the snoozes of conversations, if they are snoozed. */
export function endSnoozes(db: Db, ids: readonly string[]): void {
  const text = `UPDATE conversations SET snoozed_until = NULL
    WHERE snoozed_until IS NOT NULL AND id IN (SELECT value FROM json_each(?))`;
  run(db, text, JSON.stringify(ids));
}

/** Marks everything captured until a time as read. What was captured later and marked as unread stays so. */
export function setReadThrough(db: Db, id: string, seenUntil: SeenUntil): void {
  const text = `UPDATE conversations SET read_through = max(read_through, :seenUntil),
      unread_from = CASE WHEN unread_from > :seenUntil THEN unread_from WHEN unread_from IS NOT NULL THEN (
        SELECT min(captured_at) FROM messages
        WHERE conversation_id = :id AND role = 'wanted' AND captured_at > :seenUntil) END
    WHERE id = :id`;
  run(db, text, { id, seenUntil });
}

/** Marks everything captured since a time as unread, also what was replied to. */
export function setUnreadFrom(db: Db, id: string, capturedAt: SeenUntil): void {
  const text = `UPDATE conversations SET read_through = min(read_through, :capturedAt - 1),
    unread_from = min(coalesce(unread_from, :capturedAt), :capturedAt) WHERE id = :id`;
  run(db, text, { id, capturedAt });
}

/** Conversations whose snooze ends at `now` or before. */
export function listWaking(db: Db, now: number): string[] {
  const text = 'SELECT id FROM conversations WHERE snoozed_until <= ? ORDER BY snoozed_until';
  return all<{ id: string }>(db, text, now).map((row) => row.id);
}
