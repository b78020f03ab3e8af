import { z } from 'zod';
import type { MessageKind } from '#shared/domain/message.ts';
import { SurveyScale } from '#shared/domain/survey.ts';
import { parseColumn } from './jsonColumn.ts';
import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';

const chain = z.array(z.string());

/** What happened that rules look at. */
const StoredEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('message'), isFirst: z.boolean(), chain }),
  z.strictObject({ kind: z.literal('tagged'), tags: z.array(z.string()), chain }),
  /** So much time has passed since `since` that these rules, by id, are to run. */
  z.strictObject({
    kind: z.enum(['noReply', 'silence']),
    since: z.number(),
    rules: z.array(z.string()),
    chain,
  }),
  /** A survey got a score; `before` is the one that it had, null if none. */
  z.strictObject({
    kind: z.literal('score'),
    surveyId: z.string(),
    scale: SurveyScale,
    score: z.number(),
    before: z.number().nullable(),
    chain,
  }),
  /** A saved search found a post, `isFirst` before every other one. */
  z.strictObject({ kind: z.literal('hit'), searchId: z.string(), isFirst: z.boolean(), chain }),
]);
export type StoredEvent = z.infer<typeof StoredEvent>;

/** An event that waits for the rules. `chain` names the rules that led to it, by id. */
export interface RuleEvent {
  readonly id: number;
  /** Null for a post that a saved search found. */
  readonly conversationId: string | null;
  /** The row of the message; null where the newest one of the person counts. */
  readonly messageRow: number | null;
  readonly at: number;
  /** Null for one that is damaged. */
  readonly event: StoredEvent | null;
}

type NewEvent = Pick<RuleEvent, 'conversationId' | 'messageRow' | 'at'> & { readonly event: StoredEvent };

export function insertRuleEvent(db: Db, { conversationId, messageRow, at, event }: NewEvent): void {
  const text = 'INSERT INTO rule_events (conversation_id, message_id, at, event) VALUES (?, ?, ?, ?)';
  run(db, text, conversationId, messageRow, at, JSON.stringify(event));
}

/** A message of a person that belongs to a conversation. */
export interface AssignedMessage {
  readonly kind: MessageKind;
  readonly xId: string;
  readonly conversationId: string;
  /** Whether the conversation begins with it. */
  readonly isFirst: boolean;
}

/** Stores an event for each of these messages of people, in their order. */
export function insertMessageEvents(db: Db, messages: readonly AssignedMessage[], at: number): void {
  if (messages.length === 0) return;
  const text = `INSERT INTO rule_events (conversation_id, message_id, at, event)
    SELECT wanted.value ->> 0, m.id, :at, iif(wanted.value ->> 1, :first, :later) FROM json_each(:messages) wanted
    LEFT JOIN messages m ON m.kind = wanted.value ->> 2 AND m.x_id = wanted.value ->> 3`;
  const rows = messages.map(({ conversationId, isFirst, kind, xId }) => [conversationId, isFirst, kind, xId]);
  run(db, text, {
    at,
    first: JSON.stringify(toMessageEvent(true)),
    later: JSON.stringify(toMessageEvent(false)),
    messages: JSON.stringify(rows),
  });
}

const toMessageEvent = (isFirst: boolean): StoredEvent => ({ kind: 'message', isFirst, chain: [] });

/** The events that have waited longest, in their order. */
export function listRuleEvents(db: Db, limit: number): RuleEvent[] {
  const text = `SELECT id, conversation_id AS conversationId, message_id AS messageRow, at, event FROM rule_events
    ORDER BY id LIMIT ?`;
  return all<Omit<RuleEvent, 'event'> & { event: string }>(db, text, limit).map((row) => ({
    ...row,
    event: parseColumn(StoredEvent, row.event, null),
  }));
}

export const hasRuleEvents = (db: Db): boolean => get(db, 'SELECT 1 FROM rule_events LIMIT 1') !== null;

export function deleteRuleEvent(db: Db, id: number): void {
  run(db, 'DELETE FROM rule_events WHERE id = ?', id);
}
