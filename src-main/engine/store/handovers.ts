import type { Handover, HandoverState } from '#shared/domain/handover.ts';
import { ReplyLanguage } from '#shared/domain/replyLanguage.ts';
import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';

/** A handover as it enters the outbox. */
export interface NewHandover {
  readonly outboxId: string;
  readonly conversationId: string;
  readonly personId: string;
  readonly withLink: boolean;
  readonly language: ReplyLanguage;
}

/** Somebody still waits for the private message. */
const isOpen = 'sent_at IS NOT NULL AND arrived_at IS NULL AND given_up_at IS NULL';

/** SQL: the state of a handover that X has. */
const state = `CASE WHEN arrived_at IS NOT NULL THEN 'arrived' WHEN given_up_at IS NOT NULL THEN 'givenUp'
  WHEN reminded_at IS NOT NULL THEN 'reminded' ELSE 'sent' END`;

/** SQL: the ids of the conversations whose newest handover has the state `:handover`. */
export const conversationsWithHandover = `SELECT conversation_id FROM handovers h
  WHERE sent_at IS NOT NULL AND ${state} = :handover AND NOT EXISTS (
    SELECT 1 FROM handovers newer WHERE newer.conversation_id = h.conversation_id AND newer.sent_at > h.sent_at)`;

/**
 * Records that a reply is a handover, or the reminder of the one that waits in its conversation, if that has none yet. Call it in the
 * transaction that takes the reply into the outbox.
 */
export function insertHandover(db: Db, handover: NewHandover, now: number): void {
  const remind = `UPDATE handovers SET reminder_id = ?, asked_at = coalesce(asked_at, ?) WHERE outbox_id = (
    SELECT outbox_id FROM handovers WHERE conversation_id = ? AND ${isOpen} AND reminder_id IS NULL
    ORDER BY sent_at DESC LIMIT 1)`;
  if (run(db, remind, handover.outboxId, now, handover.conversationId) > 0) return;
  const insert = `INSERT INTO handovers (outbox_id, conversation_id, person_id, with_link, language)
    VALUES (@outboxId, @conversationId, @personId, @withLink, @language)`;
  run(db, insert, { ...handover, withLink: handover.withLink ? 1 : 0 });
}

/** SQL: when X had a reply `o` that it has. */
const sentAt = `coalesce((SELECT at FROM messages WHERE kind = 'post' AND x_id = o.x_id), o.attempted_at, o.created_at)`;

/**
 * Brings what is known of handovers in line with the outbox: those that X has count from then on and replace older ones of the person,
 * those that an agent dismissed never were, and reminders that X has are known. Returns the ids of conversations that changed.
 */
export function followOutbox(db: Db): string[] {
  run(
    db,
    `DELETE FROM handovers WHERE sent_at IS NULL AND outbox_id IN (SELECT id FROM outbox WHERE dismissed = 1)`,
  );
  const sent = all<{ outboxId: string; conversationId: string; personId: string; at: number }>(
    db,
    `SELECT h.outbox_id AS outboxId, h.conversation_id AS conversationId, h.person_id AS personId, ${sentAt} AS at
     FROM handovers h JOIN outbox o ON o.id = h.outbox_id WHERE h.sent_at IS NULL AND o.state = 'sent'`,
  );
  for (const { outboxId, personId, at } of sent) {
    run(db, 'UPDATE handovers SET sent_at = ? WHERE outbox_id = ?', at, outboxId);
    const replace = `UPDATE handovers SET given_up_at = ? WHERE person_id = ? AND sent_at < ? AND ${isOpen}`;
    run(db, replace, at, personId, at);
  }
  const reminded = all<{ outboxId: string; conversationId: string; at: number }>(
    db,
    `SELECT h.outbox_id AS outboxId, h.conversation_id AS conversationId, ${sentAt} AS at FROM handovers h
     JOIN outbox o ON o.id = h.reminder_id WHERE h.reminded_at IS NULL AND o.state = 'sent'`,
  );
  for (const { outboxId, at } of reminded) {
    run(db, 'UPDATE handovers SET reminded_at = ? WHERE outbox_id = ?', at, outboxId);
  }
  return [...sent, ...reminded].map(({ conversationId }) => conversationId);
}

/** A handover that has just found its private message. */
export interface Arrival {
  readonly outboxId: string;
  readonly conversationId: string;
  readonly sentAt: number;
  readonly at: number;
}

/**
 * Those of the handovers that wait, or were given up since a time, whose person has written in private: after the handover, and before
 * it was given up. A message that was captured late counts by its own time.
 */
export function listArrivals(db: Db, since: number): Arrival[] {
  const text = `SELECT * FROM (
    SELECT h.outbox_id AS outboxId, h.conversation_id AS conversationId, h.sent_at AS sentAt, (
      SELECT min(m.at) FROM messages m WHERE m.person_id = h.person_id AND m.kind = 'dm' AND m.role = 'wanted'
        AND m.at > h.sent_at AND (h.given_up_at IS NULL OR m.at <= h.given_up_at)) AS at
    FROM handovers h WHERE h.arrived_at IS NULL AND h.sent_at > 0 AND (h.given_up_at IS NULL OR h.given_up_at >= ?))
    WHERE at IS NOT NULL`;
  return all<Arrival>(db, text, since);
}

/** A handover that waits, and what decides whether somebody should remind its person. */
export interface WaitingHandover {
  readonly outboxId: string;
  readonly conversationId: string;
  readonly personId: string;
  readonly sentAt: number;
  readonly askedAt: number | null;
  readonly remindedAt: number | null;
  /** Whether a reminder is on its way, or on X. */
  readonly hasReminder: boolean;
  /** When the handover was deleted on X. */
  readonly deletedAt: number | null;
  /** Where its conversation is listed. */
  readonly view: 'open' | 'pending' | 'snoozed' | 'resolved';
  /** Whether somebody wrote in its conversation after it, or has begun a public reply. */
  readonly wentOn: boolean;
}

type WaitingRow = Omit<WaitingHandover, 'hasReminder' | 'wentOn'> & { hasReminder: number; wentOn: number };

/** The handovers that wait for a private message, oldest first. */
export function listWaitingHandovers(db: Db): WaitingHandover[] {
  const text = `SELECT h.outbox_id AS outboxId, h.conversation_id AS conversationId, h.person_id AS personId, h.sent_at AS sentAt,
      h.asked_at AS askedAt, h.reminded_at AS remindedAt, h.reminder_id IS NOT NULL AS hasReminder, c.view,
      (SELECT deleted_at FROM messages WHERE kind = 'post' AND x_id = o.x_id) AS deletedAt,
      EXISTS (SELECT 1 FROM messages m WHERE m.conversation_id = h.conversation_id AND m.role <> 'context' AND m.at > h.sent_at)
        OR EXISTS (SELECT 1 FROM drafts d WHERE d.conversation_id = h.conversation_id AND d.channel = 'public') AS wentOn
    FROM handovers h JOIN outbox o ON o.id = h.outbox_id JOIN conversations c ON c.id = h.conversation_id
    WHERE h.arrived_at IS NULL AND h.given_up_at IS NULL AND h.sent_at IS NOT NULL ORDER BY h.sent_at`;
  return all<WaitingRow>(db, text).map((row) => ({
    ...row,
    hasReminder: row.hasReminder === 1,
    wentOn: row.wentOn === 1,
  }));
}

/** Records when a handover was asked about, arrived or was given up. */
export function setHandoverTime(
  db: Db,
  outboxId: string,
  what: 'asked' | 'arrived' | 'givenUp',
  at: number,
): void {
  const column = { asked: 'asked_at', arrived: 'arrived_at', givenUp: 'given_up_at' }[what];
  run(db, `UPDATE handovers SET ${column} = ? WHERE outbox_id = ?`, at, outboxId);
}

interface HandoverRow {
  readonly state: HandoverState;
  readonly sentAt: number;
  readonly remindedAt: number | null;
  readonly arrivedAt: number | null;
  readonly withLink: number;
  readonly remindDue: number;
}

/** The newest handover of a conversation that X has; null if it has none. */
export function getHandover(db: Db, conversationId: string): Handover | null {
  const text = `SELECT ${state} AS state, sent_at AS sentAt, reminded_at AS remindedAt, arrived_at AS arrivedAt, with_link AS withLink,
      ${isOpen} AND asked_at IS NOT NULL AND reminder_id IS NULL AS remindDue
    FROM handovers WHERE conversation_id = ? AND sent_at IS NOT NULL ORDER BY sent_at DESC LIMIT 1`;
  const row = get<HandoverRow>(db, text, conversationId);
  if (!row) return null;
  const { remindedAt, arrivedAt, withLink, remindDue, ...rest } = row;
  return {
    ...rest,
    ...(remindedAt === null ? {} : { remindedAt }),
    ...(arrivedAt === null ? {} : { arrivedAt }),
    withLink: withLink === 1,
    remindDue: remindDue === 1,
  };
}

/** Whether the handover of a conversation waits and has no reminder yet, so that the next one is its reminder. */
export function awaitsReminder(db: Db, conversationId: string): boolean {
  const text = `SELECT 1 FROM handovers WHERE conversation_id = ? AND ${isOpen} AND reminder_id IS NULL`;
  return get(db, text, conversationId) !== null;
}

/** Whether the account has replied in public, or is about to, since a time. */
export function hasRepliedInPublicSince(db: Db, conversationId: string, since: number): boolean {
  const text = `SELECT 1 FROM messages WHERE conversation_id = :id AND role = 'own' AND kind = 'post' AND at > :since
    UNION ALL SELECT 1 FROM outbox WHERE conversation_id = :id AND channel = 'public' AND dismissed = 0 AND created_at > :since LIMIT 1`;
  return get(db, text, { id: conversationId, since }) !== null;
}

/** A handover as the report counts it. */
export interface CountedHandover {
  readonly language: ReplyLanguage;
  readonly withLink: boolean;
  readonly sentAt: number;
  readonly arrivedAt: number | null;
  readonly isWaiting: boolean;
}

/** The handovers that X had from `from` (inclusive) to `to` (exclusive). */
export function listHandovers(db: Db, from: number, to: number): CountedHandover[] {
  const text = `SELECT language, with_link AS withLink, sent_at AS sentAt, arrived_at AS arrivedAt, ${isOpen} AS isWaiting
    FROM handovers WHERE sent_at >= ? AND sent_at < ?`;
  const rows = all<{
    language: string;
    withLink: number;
    sentAt: number;
    arrivedAt: number | null;
    isWaiting: number;
  }>(db, text, from, to);
  return rows.map((row) => ({
    ...row,
    language: ReplyLanguage.parse(row.language),
    withLink: row.withLink === 1,
    isWaiting: row.isWaiting === 1,
  }));
}
