import type { Survey } from '#shared/domain/askedSurvey.ts';
import type { ReplyLanguage } from '#shared/domain/replyLanguage.ts';
import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';
import { answeredAt, isResponse } from './surveyJoin.ts';

/** What reading a response needs to know of a survey. */
export type OpenSurvey = Pick<
  Survey,
  'id' | 'conversationId' | 'scale' | 'language' | 'state' | 'score' | 'comment' | 'answeredAt' | 'handledBy'
>;

/**
 * The survey to which a message of a person at this time may respond: the one that X had last, if it was before, and its time is
 * not over. One that was answered is open for corrections until `correctedUntilMs` after that.
 */
export function getOpenSurvey(
  db: Db,
  personId: string,
  at: number,
  correctedUntilMs: number,
): OpenSurvey | null {
  const text = `SELECT id, conversation_id AS conversationId, scale, language, state, score, comment, ${answeredAt},
      handled_by AS handledBy, sent_at AS sentAt, expires_at AS expiresAt FROM surveys
    WHERE person_id = ? AND state IN ('sent', 'answered') ORDER BY created_at DESC, id DESC LIMIT 1`;
  const open = get<OpenSurvey & Pick<Survey, 'sentAt' | 'expiresAt'>>(db, text, personId);
  if (!open || at < (open.sentAt ?? 0) || at >= (open.expiresAt ?? 0)) return null;
  return open.answeredAt !== null && at > open.answeredAt + correctedUntilMs ? null : open;
}

/** The last survey that X had for a person between two times, whatever has become of it; null if there is none. */
export function getLastSurvey(
  db: Db,
  personId: string,
  { from, until }: { readonly from: number; readonly until: number },
): Pick<OpenSurvey, 'id' | 'conversationId'> | null {
  const text = `SELECT id, conversation_id AS conversationId FROM surveys
    WHERE person_id = ? AND sent_at > ? AND sent_at <= ? ORDER BY created_at DESC, id DESC LIMIT 1`;
  return get(db, text, personId, from, until);
}

/** Whether a person ever had a survey, or is to get one. */
export function hasSurvey(db: Db, personId: string): boolean {
  return get(db, 'SELECT 1 FROM surveys WHERE person_id = ? LIMIT 1', personId) !== null;
}

/** What is stored of a score. */
export type Answer = Pick<Survey, 'state' | 'score' | 'comment' | 'confidence' | 'answeredAt'>;

/**
 * Stores a score and adds the change to the history, unless it is the first reading of the person's words. The time of the first
 * score stays, also if that is removed, so that a report can tell what was known when.
 */
export function setAnswer(
  db: Db,
  id: string,
  { state, score, comment, confidence, answeredAt }: Answer,
  correction: Survey['corrections'][number],
): void {
  const text = `UPDATE surveys SET state = :state, score = :score, comment = :comment, confidence = :confidence,
      answered_at = coalesce(answered_at, :answeredAt), corrections = iif(:agent IS NULL AND answered_at IS NULL, corrections,
        json_insert(corrections, '$[#]', json(:correction))) WHERE id = :id`;
  const { agent } = correction;
  run(db, text, {
    id,
    state,
    score,
    comment,
    confidence,
    answeredAt,
    agent,
    correction: JSON.stringify(correction),
  });
}

/** Remembers that a message only responds to a survey. */
export function insertResponse(db: Db, messageId: number, surveyId: string): void {
  run(
    db,
    'INSERT OR IGNORE INTO survey_responses (message_id, survey_id) VALUES (?, ?)',
    messageId,
    surveyId,
  );
}

/** Ends the surveys whose time is over without a score. */
export function expireSurveys(
  db: Db,
  now: number,
): { readonly id: string; readonly conversationId: string }[] {
  const text = `UPDATE surveys SET state = 'expired' WHERE state = 'sent' AND expires_at <= ?
    RETURNING id, conversation_id AS conversationId`;
  return all(db, text, now);
}

/** A survey whose person is owed a word, and which. */
export interface OwedWord {
  readonly id: string;
  readonly conversationId: string;
  readonly personId: string;
  readonly language: ReplyLanguage;
  readonly scale: Survey['scale'];
  readonly score: number | null;
  readonly purpose: 'thanks' | 'optOutConfirmation';
  /** Whether the person can be asked for a comment: they gave none, wrote nothing else since, and want surveys. 0 or 1. */
  readonly mayBeAsked: number;
}

/**
 * The people who wrote a score or opted out since a time and have got no word about it: one for each survey, the confirmation first.
 * A score on an agent's word is none of these.
 */
export function listOwedWords(db: Db, since: number): OwedWord[] {
  const columns =
    's.id, s.conversation_id AS conversationId, s.person_id AS personId, s.language, s.scale, s.score';
  const without = (purpose: string) =>
    `NOT EXISTS (SELECT 1 FROM survey_messages m WHERE m.survey_id = s.id AND m.purpose IN (${purpose}))`;
  const text = `SELECT ${columns}, 'optOutConfirmation' AS purpose, 0 AS mayBeAsked FROM survey_opt_outs o JOIN surveys s ON s.id = o.survey_id
      WHERE o.survey_id IS NOT NULL AND o.at >= :since AND ${without("'optOutConfirmation'")}
    UNION ALL SELECT ${columns}, 'thanks', s.comment IS NULL
        AND NOT EXISTS (SELECT 1 FROM survey_opt_outs WHERE person_id = s.person_id)
        AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.person_id = s.person_id AND m.role = 'wanted' AND m.at > s.answered_at
          AND NOT ${isResponse('m.id')}) FROM surveys s WHERE s.state = 'answered' AND s.answered_at >= :since AND s.score IS NOT NULL
      AND s.created_at >= :since - 90 * 86400000 AND ${without("'thanks', 'freeText', 'optOutConfirmation'")}
      AND EXISTS (SELECT 1 FROM survey_responses r WHERE r.survey_id = s.id)
      AND NOT EXISTS (SELECT 1 FROM survey_opt_outs WHERE survey_id = s.id)`;
  return all<OwedWord>(db, text, { since });
}

/** Whether the low score of a survey has brought its conversation back to the queue, however long ago. */
export function hasFollowUp(db: Db, { id, conversationId }: Pick<Survey, 'id' | 'conversationId'>): boolean {
  const text = `SELECT 1 AS found FROM activities WHERE conversation_id = ? AND kind = 'surveyFollowUp'
    AND iif(json_valid(facts), facts ->> 'surveyId', NULL) = ?`;
  return get(db, text, conversationId, id) !== null;
}
