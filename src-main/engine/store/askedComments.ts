import type { Db } from './open.ts';
import { get, run } from './sql.ts';
import { isOfSurvey } from './surveyJoin.ts';

/** The question for a comment that may be on X. */
export interface CommentQuestion {
  readonly personId: string;
  readonly text: string;
  /** `sending` and `unknown`: X has not confirmed it. */
  readonly state: 'sent' | 'sending' | 'unknown';
  readonly xId: string | null;
  /** When it may have left for the first time. */
  readonly since: number;
  /** When X had it, or else when it left. */
  readonly at: number;
}

/** Returns the question for a comment of a survey that has none yet; null if there is none, or it certainly is not on X. */
export function getCommentQuestion(db: Db, surveyId: string): CommentQuestion | null {
  const text = `SELECT s.person_id AS personId, o.text, o.state, o.x_id AS xId, coalesce(q.at, o.attempted_at, o.created_at) AS at,
      iif(o.attempts > 1, o.created_at, coalesce(o.attempted_at, o.created_at)) AS since FROM surveys s
      JOIN survey_messages f ON f.survey_id = s.id AND f.purpose = 'freeText' JOIN outbox o ON o.id = f.outbox_id
      LEFT JOIN messages q ON q.kind = 'dm' AND q.x_id = o.x_id
    WHERE s.id = ? AND s.comment IS NULL AND o.state IN ('sent', 'sending', 'unknown')`;
  return get<CommentQuestion>(db, text, surveyId);
}

/**
 * Whether nobody else wrote to the person of a survey between the question for a comment, which X has under `xId` since `askedAt`, and a
 * message of theirs.
 */
export function isFirstSince(
  db: Db,
  surveyId: string,
  asked: { readonly at: number; readonly xId: string | null },
  at: number,
): boolean {
  const text = `SELECT 1 AS found FROM surveys s
      JOIN survey_messages f ON f.survey_id = s.id AND f.purpose = 'freeText' JOIN outbox o ON o.id = f.outbox_id
    WHERE s.id = :surveyId
      AND NOT EXISTS (SELECT 1 FROM outbox r WHERE r.conversation_id = s.conversation_id AND r.created_at > o.created_at
        AND NOT ${isOfSurvey('r.id')})
      AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.person_id = s.person_id AND m.kind = 'dm' AND m.role = 'own'
        AND m.at > :askedAt AND m.at < :at AND m.x_id IS NOT :xId)`;
  return get(db, text, { surveyId, askedAt: asked.at, at, xId: asked.xId }) !== null;
}

/** Stores what a person said in response to the question for a comment. */
export function setComment(db: Db, surveyId: string, comment: string): void {
  run(db, 'UPDATE surveys SET comment = ? WHERE id = ? AND comment IS NULL', comment, surveyId);
}
