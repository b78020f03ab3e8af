import type { DueReply } from '#shared/domain/serviceLevel.ts';
import { targetSinceOf } from './dueTimes.ts';
import type { Db } from './open.ts';
import { isMessageOf, isReplyBehind } from './outboxJoin.ts';
import { getSetting } from './settings.ts';
import { all, get, run } from './sql.ts';
import { isOfSurvey } from './surveyJoin.ts';

/** A target: of which level, for which reply to whom, and until when. */
export interface Target {
  readonly conversationId: string;
  readonly reply: DueReply;
  readonly since: number;
  readonly levelId: string | null;
  readonly level: string | null;
  readonly targetMinutes: number;
  readonly dueAt: number;
}

/** What became of it. */
export interface TargetResult {
  readonly outcome: 'met' | 'missed';
  readonly decidedAt: number;
  readonly recordedAt: number;
  readonly repliedAt: number | null;
  readonly elapsedMs: number | null;
  readonly agent: string | null;
}

type Key = Pick<Target, 'conversationId' | 'reply' | 'since'>;

/** Waits that began earlier are not judged. */
export function getTargetsFrom(db: Db): number {
  const from = getSetting(db, 'targetsFrom');
  const connected = get<{ at: number }>(db, 'SELECT connected_at AS at FROM account')?.at ?? 0;
  return Math.max(typeof from === 'number' ? from : 0, connected);
}

/** The reply that ended a wait: one of the outbox, or a message of the account that was written elsewhere. */
export interface EndingReply {
  readonly outboxId: string | null;
  /** When X had it; null while it is on its way. */
  readonly at: number | null;
}

/**
 * The first reply of an agent that takes the message of this time into account. Messages of surveys and reminders of handovers are
 * nobody's. Null if the wait ended in another way.
 */
export function findEndingReply(db: Db, conversationId: string, waitingSince: number): EndingReply | null {
  const text = `SELECT o.id AS outboxId, NULL AS at FROM outbox o
    WHERE o.conversation_id = :conversationId AND o.dismissed = 0 AND o.state <> 'refused' AND NOT ${isOfSurvey('o.id')}
      AND NOT EXISTS (SELECT 1 FROM handovers WHERE reminder_id = o.id)
      AND EXISTS (SELECT 1 FROM messages m WHERE m.conversation_id = :conversationId AND m.role = 'wanted'
        AND m.at = :waitingSince AND m.captured_at <= coalesce(o.seen_until, o.created_at))
    ORDER BY o.created_at, o.id LIMIT 1`;
  const elsewhere = `SELECT NULL AS outboxId, m.at FROM messages m
    WHERE m.conversation_id = :conversationId AND m.role = 'own' AND m.at >= :waitingSince
      AND NOT EXISTS (SELECT 1 FROM outbox o WHERE ${isReplyBehind('o', 'm')})
    ORDER BY m.id LIMIT 1`;
  const values = { conversationId, waitingSince };
  return get<EndingReply>(db, text, values) ?? get<EndingReply>(db, elsewhere, values);
}

/** Notes which reply has to meet a target; what is known about the target already stays. Returns when it is due. */
export function putTarget(db: Db, target: Target, outboxId: string | null): number {
  const text = `INSERT INTO target_results (conversation_id, reply, since, level_id, level, target_minutes, due_at, outbox_id)
    VALUES (:conversationId, :reply, :since, :levelId, :level, :targetMinutes, :dueAt, :outboxId)
    ON CONFLICT DO UPDATE SET outbox_id = excluded.outbox_id RETURNING due_at AS dueAt`;
  return get<{ dueAt: number }>(db, text, { ...target, outboxId })?.dueAt ?? target.dueAt;
}

/** Records what became of a target. What is known of its reply later leaves `recordedAt` as it is, unless it changes the outcome. */
export function putTargetResult(db: Db, key: Key, result: TargetResult): void {
  const text = `UPDATE target_results SET outcome = :outcome, decided_at = :decidedAt,
      recorded_at = iif(outcome = :outcome, recorded_at, :recordedAt), replied_at = :repliedAt, elapsed_ms = :elapsedMs, agent = :agent, outbox_id = NULL
    WHERE conversation_id = :conversationId AND reply = :reply AND since = :since`;
  const { conversationId, reply, since } = key;
  run(db, text, { conversationId, reply, since, ...result });
}

/** A target whose reply X has. */
export interface RepliedTarget extends Key {
  readonly dueAt: number;
  readonly repliedAt: number;
  readonly agent: string | null;
  /** As JSON. */
  readonly pauses: string | null;
}

const columns = 't.conversation_id AS conversationId, t.reply, t.since, t.due_at AS dueAt';

/** The targets whose replies have arrived on X since they were noted. */
export function listReplied(db: Db): RepliedTarget[] {
  const text = `SELECT ${columns}, m.at AS repliedAt, o.agent, c.pauses
    FROM target_results t INDEXED BY target_results_outbox
      JOIN outbox o ON o.id = t.outbox_id JOIN messages m ON ${isMessageOf('m', 'o')}
      JOIN conversations c ON c.id = t.conversation_id
    WHERE t.outbox_id IS NOT NULL AND o.state = 'sent'`;
  return all<RepliedTarget>(db, text);
}

/** Forgets replies that X will not have: their targets wait for another one. */
export function releaseTargets(db: Db): void {
  const isGone = `outbox_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM outbox o WHERE o.id = target_results.outbox_id AND o.dismissed = 0 AND o.state <> 'refused')`;
  run(db, `DELETE FROM target_results INDEXED BY target_results_outbox WHERE outcome IS NULL AND ${isGone}`);
  run(db, `UPDATE target_results INDEXED BY target_results_outbox SET outbox_id = NULL WHERE ${isGone}`);
}

/** A conversation whose target has passed without a reply. */
export interface Overdue extends Key {
  readonly levelId: string | null;
  readonly dueAt: number;
}

/** Those of which nothing is recorded yet, at most `limit`, the longest overdue first. */
export function listOverdue(
  db: Db,
  { from, now, limit }: { readonly from: number; readonly now: number; readonly limit: number },
): Overdue[] {
  const since = targetSinceOf('c');
  const text = `SELECT c.id AS conversationId, c.due_reply AS reply, ${since} AS since, c.due_level AS levelId, c.due_at AS dueAt
    FROM conversations c INDEXED BY conversations_due
    WHERE c.due_at <= :now AND c.due_reply IS NOT NULL AND ${since} >= :from AND NOT EXISTS (
      SELECT 1 FROM target_results t WHERE t.conversation_id = c.id AND t.reply = c.due_reply AND t.since = ${since}
        AND t.outcome IS NOT NULL)
    ORDER BY c.due_at, c.id LIMIT :limit`;
  return all<Overdue>(db, text, { from, now, limit });
}
