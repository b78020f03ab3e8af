import type { Channel } from '#shared/domain/reply.ts';
import type { DueReply } from '#shared/domain/serviceLevel.ts';
import type { TargetOutcome } from '#shared/domain/workReport.ts';
import { SECOND_MS } from '#shared/time.ts';
import { parseList } from './jsonColumn.ts';
import type { Db } from './open.ts';
import { channelOf, isReplyBehind } from './outboxJoin.ts';
import { rowIdCeiling, rowIdFloor } from './rowIds.ts';
import { all } from './sql.ts';
import { isOfSurvey, isResponse } from './surveyJoin.ts';

/** What a report of the work is about: from `from` (inclusive) to `to` (exclusive), as it was known at a time. */
export interface WorkPeriod {
  readonly from: number;
  readonly to: number;
  readonly asKnownOn: number;
}

/** A message of a conversation that was captured until then. */
export interface WorkMessage {
  readonly at: number;
  readonly isOwn: boolean;
  /** A message of a survey, or a response to one. */
  readonly isOfSurvey: boolean;
  readonly channel: Channel;
  readonly deletedAt: number | null;
  /** The id of the agent who sent it with Perch; null otherwise. */
  readonly agent: string | null;
  readonly isFromLibrary: boolean;
}

/** A change of the status of a conversation. */
export interface WorkEvent {
  readonly id: string;
  readonly at: number;
  readonly agent: string | null;
  readonly change: 'resolved' | 'pending' | 'open' | 'reopened' | 'undone';
  /** The id of what was undone; null for another change. */
  readonly undoes: string | null;
  /** Whether it only says that the matter was over before Perch knew of it. */
  readonly isPast: boolean;
}

/** What became of a target. */
export interface WorkTarget {
  readonly reply: DueReply;
  readonly outcome: TargetOutcome;
  readonly decidedAt: number;
  /** When the reply came, who sent it with Perch and how long it took; null as long as there is none. */
  readonly repliedAt: number | null;
  readonly agent: string | null;
  readonly elapsedMs: number | null;
}

/**
 * All messages, changes and results of targets of a conversation that were known then: messages from before the end of the period, in
 * the order of time.
 */
export interface WorkHistory {
  readonly conversationId: string;
  /** Where the person opened it. */
  readonly channel: Channel;
  readonly language: string | null;
  /** The ids of its tags. */
  readonly tags: readonly string[];
  readonly messages: readonly WorkMessage[];
  readonly events: readonly WorkEvent[];
  readonly targets: readonly WorkTarget[];
}

/** Every conversation with a message or a result in the period, or that may have been unresolved in it. */
export function listWorkHistories(db: Db, period: WorkPeriod): WorkHistory[] {
  const conversations = listTouched(db, period);
  const ids = JSON.stringify(conversations.map(({ id }) => id));
  const messages = byConversation(listMessages(db, ids, period));
  const events = byConversation(listEvents(db, ids, period));
  const targets = byConversation(listTargets(db, ids, period));
  return conversations.map(({ id, channel, language, tags }) => ({
    conversationId: id,
    channel,
    language,
    tags: parseList<string>(tags),
    messages: messages.get(id) ?? [],
    events: events.get(id) ?? [],
    targets: targets.get(id) ?? [],
  }));
}

function byConversation<Row extends { readonly conversationId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.conversationId) ?? [];
    groups.set(row.conversationId, group);
    group.push(row);
  }
  return groups;
}

interface Touched {
  readonly id: string;
  readonly channel: Channel;
  readonly language: string | null;
  /** As JSON. */
  readonly tags: string;
}

// What is resolved since before the period, and had no message in it, was resolved all the time.
const touched = `SELECT conversation_id AS id FROM messages
    WHERE id BETWEEN :first AND :last AND conversation_id IS NOT NULL
  UNION SELECT id FROM conversations WHERE view IN ('open', 'pending', 'snoozed') AND opened_at < :to
  UNION SELECT id FROM conversations WHERE resolved_at >= :from AND opened_at < :to
  UNION SELECT conversation_id FROM target_results WHERE outcome IS NOT NULL AND decided_at >= :from AND decided_at < :to`;

function listTouched(db: Db, { from, to }: WorkPeriod): Touched[] {
  const text = `SELECT c.id, iif(c.reason = 'dm', 'dm', 'public') AS channel, c.lang AS language,
      (SELECT json_group_array(tag_id) FROM conversation_tags WHERE conversation_id = c.id) AS tags
    FROM (${touched}) found CROSS JOIN conversations c ON c.id = found.id ORDER BY c.id`;
  // Row ids follow exact times of X, which states them in full seconds.
  const bounds = { first: rowIdFloor(from - SECOND_MS), last: rowIdCeiling(to + SECOND_MS) };
  return all<Touched>(db, text, { from, to, ...bounds });
}

interface MessageRow extends Omit<WorkMessage, 'isOwn' | 'isOfSurvey' | 'isFromLibrary'> {
  readonly conversationId: string;
  readonly isOwn: number;
  readonly isOfSurvey: number;
  readonly isFromLibrary: number;
}

function listMessages(db: Db, ids: string, { to, asKnownOn }: WorkPeriod) {
  const text = `SELECT m.conversation_id AS conversationId, m.at, m.role = 'own' AS isOwn, ${channelOf('m')} AS channel,
      m.deleted_at AS deletedAt, o.agent, iif(m.role = 'own', ${isOfSurvey('o.id')}, ${isResponse('m.id')}) AS isOfSurvey,
      EXISTS (SELECT 1 FROM canned_uses WHERE outbox_id = o.id) AS isFromLibrary
    FROM json_each(:ids) wanted CROSS JOIN messages m ON m.conversation_id = wanted.value
    LEFT JOIN outbox o ON m.role = 'own' AND ${isReplyBehind('o', 'm')}
    WHERE m.role IN ('wanted', 'own') AND m.at < :to AND m.captured_at <= :asKnownOn ORDER BY wanted.key, m.id`;
  return all<MessageRow>(db, text, { ids, to, asKnownOn }).map((row) => ({
    ...row,
    isOwn: row.isOwn === 1,
    isOfSurvey: row.isOfSurvey === 1,
    isFromLibrary: row.isFromLibrary === 1,
  }));
}

interface EventRow extends Omit<WorkEvent, 'isPast'> {
  readonly conversationId: string;
  readonly isPast: number;
}

/** SQL: why Perch resolves by itself what was over before it knew of it. */
const pastReasons = "'answeredBeforePerch', 'longBeforePerch', 'beforeBeginning', 'imported'";

// What was undone after the period counts as undone, so that changes are listed to the end of what is known.
function listEvents(db: Db, ids: string, { asKnownOn }: WorkPeriod) {
  const text = `SELECT a.conversation_id AS conversationId, a.id, a.at, a.agent, a.facts ->> 'activityId' AS undoes,
      CASE a.kind WHEN 'statusSet' THEN a.facts ->> 'status' WHEN 'undone' THEN 'undone' ELSE 'reopened' END AS change,
      a.kind = 'statusSet' AND coalesce(a.facts ->> 'reason' IN (${pastReasons}), 0) AS isPast
    FROM json_each(:ids) wanted CROSS JOIN activities a ON a.conversation_id = wanted.value
    WHERE a.kind IN ('statusSet', 'undone', 'conversationReopened', 'surveyFollowUp') AND a.at <= :asKnownOn
      AND json_valid(a.facts) ORDER BY wanted.key, a.at, a.id`;
  return all<EventRow>(db, text, { ids, asKnownOn }).map((row) => ({ ...row, isPast: row.isPast === 1 }));
}

interface TargetRow extends WorkTarget {
  readonly conversationId: string;
}

// A reply that came later is left out; that its target was missed was known before.
function listTargets(db: Db, ids: string, { asKnownOn }: WorkPeriod) {
  const reply = (column: string) => `iif(t.replied_at <= :asKnownOn, t.${column}, NULL)`;
  const text = `SELECT t.conversation_id AS conversationId, t.reply, t.outcome, t.decided_at AS decidedAt,
      ${reply('replied_at')} AS repliedAt, ${reply('agent')} AS agent, ${reply('elapsed_ms')} AS elapsedMs
    FROM json_each(:ids) wanted CROSS JOIN target_results t ON t.conversation_id = wanted.value
    WHERE t.outcome IS NOT NULL AND t.recorded_at <= :asKnownOn ORDER BY wanted.key`;
  return all<TargetRow>(db, text, { ids, asKnownOn });
}
