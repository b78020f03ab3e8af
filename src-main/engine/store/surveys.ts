import { z } from 'zod';
import { Survey, SurveyCorrection, type SurveyState } from '#shared/domain/askedSurvey.ts';
import { SurveyReason } from '#shared/surveyReason.ts';
import { parseColumn, parseList } from './jsonColumn.ts';
import type { Db } from './open.ts';
import type { SurveyPurpose } from './outboxRow.ts';
import { all, get, run, type Value } from './sql.ts';
import { groupsOf } from './surveyGroups.ts';
import { answeredAt, isOfSurvey } from './surveyJoin.ts';

const Reasons = z.array(SurveyReason);
const Corrections = z.array(SurveyCorrection);

type JsonColumn = 'reasons' | 'corrections' | 'messageIds';
type Row = Omit<Survey, JsonColumn> & Readonly<Record<JsonColumn, string>>;

const columns = `s.id, s.conversation_id AS conversationId, s.person_id AS personId, s.scale, s.language, s.variant, s.state,
  s.asked_by AS askedBy, s.handled_by AS handledBy, s.created_at AS createdAt, s.sent_at AS sentAt, s.reasons,
  s.expires_at AS expiresAt, ${answeredAt}, s.score, s.comment, s.confidence, s.corrections,
  (SELECT json_group_array('dm-' || m.x_id) FROM survey_responses r JOIN messages m ON m.id = r.message_id WHERE r.survey_id = s.id) AS messageIds`;

const toSurvey = (row: Row): Survey =>
  Survey.parse({
    ...row,
    reasons: parseColumn(Reasons, row.reasons, []),
    corrections: parseColumn(Corrections, row.corrections, []),
    messageIds: parseList<string>(row.messageIds),
  });

/** A survey before anybody has responded. */
export type NewSurvey = Omit<
  Survey,
  'expiresAt' | 'answeredAt' | 'score' | 'comment' | 'confidence' | 'corrections' | 'messageIds' | 'isHidden'
>;

/**
 * Stores a survey with what reports group it by, as it is now; `resolvedAt` is the resolution after which the rule asks. Fails if the rule
 * has asked after that one.
 */
export function insertSurvey(
  db: Db,
  { reasons, ...survey }: NewSurvey,
  resolvedAt: number | null = null,
): void {
  const text = `INSERT INTO surveys (id, conversation_id, person_id, scale, language, variant, state, asked_by, handled_by, created_at,
      sent_at, reasons, resolved_at, channel, response_time, tags, canned)
    VALUES (@id, @conversationId, @personId, @scale, @language, @variant, @state, @askedBy, @handledBy, @createdAt, @sentAt, @reasons,
      @resolvedAt, ${groupsOf('@conversationId')})`;
  run(db, text, { ...survey, reasons: JSON.stringify(reasons), resolvedAt });
}

/** Marks a reply in the outbox as a message of a survey. Fails if the survey ever had one for this purpose. */
export function insertSurveyMessage(
  db: Db,
  surveyId: string,
  purpose: SurveyPurpose,
  outboxId: string,
): void {
  run(
    db,
    'INSERT INTO survey_messages (survey_id, purpose, outbox_id) VALUES (?, ?, ?)',
    surveyId,
    purpose,
    outboxId,
  );
}

/** The survey with this id, or null. */
export function getSurvey(db: Db, id: string): Survey | null {
  const row = get<Row>(db, `SELECT ${columns} FROM surveys s WHERE s.id = ?`, id);
  return row && toSurvey(row);
}

/** Which surveys to list, the newest first. */
export interface SurveyQuery {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly state?: SurveyState | undefined;
  readonly personId?: string | undefined;
  readonly limit: number;
  /** Time and id of the last one of the page before. */
  readonly after: readonly [number, string] | null;
}

/** Surveys that were created from `from` (inclusive) to `to` (exclusive). */
export function listSurveys(db: Db, { from, to, state, personId, limit, after }: SurveyQuery): Survey[] {
  const conditions: [string, readonly Value[]][] = [
    ['s.created_at >= ? AND s.created_at < ?', [from ?? 0, to ?? Number.MAX_SAFE_INTEGER]],
    ...(after ? [['(s.created_at, s.id) < (?, ?)', [...after]] as [string, Value[]]] : []),
    ...(personId === undefined ? [] : [['s.person_id = ?', [personId]] as [string, Value[]]]),
    ...(state === undefined ? [] : [['s.state = ?', [state]] as [string, Value[]]]),
  ];
  const text = `SELECT ${columns} FROM surveys s WHERE ${conditions.map(([condition]) => condition).join(' AND ')}
    ORDER BY s.created_at DESC, s.id DESC LIMIT ?`;
  return all<Row>(db, text, ...conditions.flatMap(([, values]) => values), limit).map(toSurvey);
}

/** Changes a survey that has this state still; returns whether it did. */
export function endQueued(
  db: Db,
  id: string,
  {
    state,
    sentAt = null,
    expiresAt = null,
    reasons = [],
  }: Pick<Survey, 'state'> & Partial<Pick<Survey, 'sentAt' | 'expiresAt' | 'reasons'>>,
): boolean {
  const text = `UPDATE surveys SET state = ?, sent_at = ?, expires_at = ?, reasons = ? WHERE id = ? AND state = 'queued'`;
  return run(db, text, state, sentAt, expiresAt, JSON.stringify(reasons), id) === 1;
}

/** A survey in the outbox, and what has become of its question there. */
export interface QueuedSurvey {
  readonly id: string;
  readonly conversationId: string;
  readonly askedBy: string | null;
  /** Null once it was taken back. */
  readonly outboxId: string | null;
  /** When X had it, if it has. */
  readonly sentAt: number | null;
  readonly isDismissed: boolean;
  /** Why it was refused, as JSON; null where it was not. */
  readonly error: string | null;
}

/** The surveys whose question is in the outbox, as far as it knows. */
export function listQueuedSurveys(db: Db): QueuedSurvey[] {
  const text = `SELECT s.id, s.conversation_id AS conversationId, s.asked_by AS askedBy, m.outbox_id AS outboxId,
      iif(o.state = 'sent', coalesce((SELECT at FROM messages WHERE kind = 'dm' AND x_id = o.x_id), o.attempted_at, o.created_at), NULL)
        AS sentAt,
      coalesce(o.dismissed, 0) AS isDismissed, o.error
    FROM surveys s JOIN survey_messages m ON m.survey_id = s.id AND m.purpose = 'question' LEFT JOIN outbox o ON o.id = m.outbox_id
    WHERE s.state = 'queued'`;
  return all<Omit<QueuedSurvey, 'isDismissed'> & { isDismissed: number }>(db, text).map((row) => ({
    ...row,
    isDismissed: row.isDismissed === 1,
  }));
}

/** The id of the agent who resolved a conversation last, else is assigned to it, else replied there last; null if nobody did. */
export function getHandler(db: Db, conversationId: string): string | null {
  const text = `SELECT coalesce(
      (SELECT agent FROM activities WHERE conversation_id = :id AND kind = 'statusSet' AND facts ->> 'status' = 'resolved'
        AND agent IS NOT NULL ORDER BY at DESC LIMIT 1),
      (SELECT agent FROM conversations WHERE id = :id),
      (SELECT agent FROM outbox WHERE conversation_id = :id AND state = 'sent' AND NOT ${isOfSurvey('outbox.id')}
        ORDER BY created_at DESC LIMIT 1)) AS agent`;
  return get<{ agent: string | null }>(db, text, { id: conversationId })?.agent ?? null;
}

/** How many surveys were refused because of an incident, by what was asked for since the one before it ended. */
export function countCrisisRefusals(db: Db, incidentId: string): number {
  const text = `SELECT count(*) AS count FROM surveys s
    WHERE s.state = 'refused' AND s.created_at > (SELECT coalesce(max(ended_at), 0) FROM incidents WHERE id <> ?)
      AND EXISTS (SELECT 1 FROM json_each(iif(json_valid(s.reasons), s.reasons, '[]')) r WHERE r.value ->> 'code' = 'crisis')`;
  return get<{ count: number }>(db, text, incidentId)?.count ?? 0;
}

/** Remembers that a person wants no surveys, in response to one or on an agent's word, or wants them again. Returns whether that is new. */
export function setOptedOut(
  db: Db,
  personId: string,
  since: number | null,
  surveyId: string | null = null,
): boolean {
  const changes =
    since === null
      ? run(db, 'DELETE FROM survey_opt_outs WHERE person_id = ?', personId)
      : run(db, 'INSERT OR IGNORE INTO survey_opt_outs VALUES (?, ?, ?)', personId, since, surveyId);
  return changes > 0;
}

/** Whether a person wants no surveys. */
export function hasOptedOut(db: Db, personId: string): boolean {
  return get(db, 'SELECT 1 FROM survey_opt_outs WHERE person_id = ?', personId) !== null;
}

/** Of these surveys the ids of those whose matter this agent has handled. */
export function listHandledBy(db: Db, agent: string, ids: readonly string[]): ReadonlySet<string> {
  const text = `SELECT s.id FROM json_each(?) wanted CROSS JOIN surveys s ON s.id = wanted.value WHERE s.handled_by = ?`;
  return new Set(all<{ id: string }>(db, text, JSON.stringify(ids), agent).map(({ id }) => id));
}

/** Those of these conversations in which a matter that the agent handled has a score. */
export function listScoredOf(db: Db, agent: string, conversationIds: readonly string[]): ReadonlySet<string> {
  const text = `SELECT s.conversation_id AS id FROM json_each(?) wanted CROSS JOIN surveys s ON s.conversation_id = wanted.value
    WHERE s.handled_by = ? AND s.score IS NOT NULL`;
  return new Set(all<{ id: string }>(db, text, JSON.stringify(conversationIds), agent).map(({ id }) => id));
}
