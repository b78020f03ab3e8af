import type { Channel } from '#shared/domain/reply.ts';
import type { DueReply } from '#shared/domain/serviceLevel.ts';
import type { TargetOutcome } from '#shared/domain/workReport.ts';
import { parseList } from './jsonColumn.ts';
import type { Db } from './open.ts';
import { channelOf, isReplyBehind } from './outboxJoin.ts';
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
  /** Whether it was written from a canned response, and whether from an earlier reply. */
  readonly isFromLibrary: boolean;
  readonly isFromReply: boolean;
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

/** All messages, changes and results of targets of a conversation that were known at a time, in the order of time. */
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
  /** When the first message and the last of all became known; null without messages. */
  readonly known: { readonly first: number; readonly last: number } | null;
}

/** The histories of some conversations, as they were known until `asKnownOn`; without those that are not there. */
export function listWorkHistories(
  db: Db,
  conversationIds: readonly string[],
  asKnownOn = Number.MAX_SAFE_INTEGER,
): WorkHistory[] {
  const ids = JSON.stringify(conversationIds);
  const messages = byConversation(listMessages(db, ids, asKnownOn));
  const events = byConversation(listEvents(db, ids, asKnownOn));
  const targets = byConversation(listTargets(db, ids, asKnownOn));
  return listConversations(db, ids).map(({ id, channel, language, tags }) => {
    const known = [messages.get(id) ?? [], events.get(id) ?? [], targets.get(id) ?? []] as const;
    return {
      conversationId: id,
      channel,
      language,
      tags: parseList<string>(tags),
      messages: known[0],
      events: known[1],
      targets: known[2],
      known: toKnown(...known),
    };
  });
}

function toKnown(
  messages: readonly MessageRow[],
  events: readonly WorkEvent[],
  targets: readonly TargetRow[],
): WorkHistory['known'] {
  const captured = messages.map(({ capturedAt }) => capturedAt);
  if (captured.length === 0) return null;
  const recorded = targets.flatMap(({ recordedAt, repliedAt }) => [recordedAt, repliedAt ?? recordedAt]);
  const last = Math.max(...captured, ...events.map(({ at }) => at), ...recorded);
  return { first: Math.min(...captured), last };
}

/** Up to `limit` ids of conversations after the one with the id `after`, in order. */
export function listConversationIds(db: Db, after: string, limit: number): string[] {
  const text = 'SELECT id FROM conversations WHERE id > ? ORDER BY id LIMIT ?';
  return all<{ id: string }>(db, text, after, limit).map(({ id }) => id);
}

/** When the last message of each conversation was, of those until a time that were known then. */
export function mapLastMessages(
  db: Db,
  conversationIds: readonly string[],
  { until, asKnownOn }: { readonly until: number; readonly asKnownOn: number },
): ReadonlyMap<string, number> {
  const text = `SELECT m.conversation_id AS id, max(m.at) AS at
    FROM json_each(:ids) wanted CROSS JOIN messages m ON m.conversation_id = wanted.value
    WHERE m.role IN ('wanted', 'own') AND m.at <= :until AND m.captured_at <= :asKnownOn GROUP BY m.conversation_id`;
  const ids = JSON.stringify(conversationIds);
  const rows = all<{ id: string; at: number }>(db, text, { ids, until, asKnownOn });
  return new Map(rows.map(({ id, at }) => [id, at]));
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

interface ConversationRow {
  readonly id: string;
  readonly channel: Channel;
  readonly language: string | null;
  /** As JSON. */
  readonly tags: string;
}

function listConversations(db: Db, ids: string): ConversationRow[] {
  const text = `SELECT c.id, iif(c.reason = 'dm', 'dm', 'public') AS channel, c.lang AS language,
      (SELECT json_group_array(tag_id) FROM conversation_tags WHERE conversation_id = c.id) AS tags
    FROM json_each(:ids) wanted CROSS JOIN conversations c ON c.id = wanted.value`;
  return all<ConversationRow>(db, text, { ids });
}

interface MessageRow extends WorkMessage {
  readonly conversationId: string;
  readonly capturedAt: number;
}

interface StoredMessage extends Omit<MessageRow, 'isOwn' | 'isOfSurvey' | 'isFromLibrary' | 'isFromReply'> {
  readonly isOwn: number;
  readonly isOfSurvey: number;
  readonly isFromLibrary: number;
  readonly isFromReply: number;
}

function listMessages(db: Db, ids: string, asKnownOn: number): MessageRow[] {
  const text = `SELECT m.conversation_id AS conversationId, m.at, m.captured_at AS capturedAt, m.role = 'own' AS isOwn, ${channelOf('m')} AS channel,
      m.deleted_at AS deletedAt, o.agent, iif(m.role = 'own', ${isOfSurvey('o.id')}, ${isResponse('m.id')}) AS isOfSurvey,
      EXISTS (SELECT 1 FROM canned_uses WHERE outbox_id = o.id) AS isFromLibrary,
      EXISTS (SELECT 1 FROM reply_uses WHERE reply_id = o.id) AS isFromReply
    FROM json_each(:ids) wanted CROSS JOIN messages m ON m.conversation_id = wanted.value
    LEFT JOIN outbox o ON m.role = 'own' AND ${isReplyBehind('o', 'm')}
    WHERE m.role IN ('wanted', 'own') AND m.captured_at <= :asKnownOn ORDER BY wanted.key, m.id`;
  return all<StoredMessage>(db, text, { ids, asKnownOn }).map((row) => ({
    ...row,
    isOwn: row.isOwn === 1,
    isOfSurvey: row.isOfSurvey === 1,
    isFromLibrary: row.isFromLibrary === 1,
    isFromReply: row.isFromReply === 1,
  }));
}

interface EventRow extends Omit<WorkEvent, 'isPast'> {
  readonly conversationId: string;
  readonly isPast: number;
}

/** SQL: why Perch resolves by itself what was over before it knew of it. */
const pastReasons = "'answeredBeforePerch', 'longBeforePerch', 'beforeBeginning', 'imported'";

function listEvents(db: Db, ids: string, asKnownOn: number) {
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
  readonly recordedAt: number;
}

// A reply that came later is left out; that its target was missed was known before.
function listTargets(db: Db, ids: string, asKnownOn: number) {
  const reply = (column: string) => `iif(t.replied_at <= :asKnownOn, t.${column}, NULL)`;
  const text = `SELECT t.conversation_id AS conversationId, t.reply, t.outcome, t.decided_at AS decidedAt, t.recorded_at AS recordedAt,
      ${reply('replied_at')} AS repliedAt, ${reply('agent')} AS agent, ${reply('elapsed_ms')} AS elapsedMs
    FROM json_each(:ids) wanted CROSS JOIN target_results t ON t.conversation_id = wanted.value
    WHERE t.outcome IS NOT NULL AND t.recorded_at <= :asKnownOn ORDER BY wanted.key`;
  return all<TargetRow>(db, text, { ids, asKnownOn });
}
