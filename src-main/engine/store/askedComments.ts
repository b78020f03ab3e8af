import type { Db } from './open.ts';
import { get, run } from './sql.ts';
import { isOfSurvey } from './surveyJoin.ts';

/**
 * Whether a private message of the person at this time is the first after the question for a comment: X has the question, the survey has no
 * comment yet, and nobody has written to the person in between.
 */
export function isComment(db: Db, surveyId: string, at: number): boolean {
  const text = `SELECT 1 AS found FROM surveys s
      JOIN survey_messages f ON f.survey_id = s.id AND f.purpose = 'freeText' JOIN outbox o ON o.id = f.outbox_id
      LEFT JOIN messages q ON q.kind = 'dm' AND q.x_id = o.x_id
    WHERE s.id = :surveyId AND s.comment IS NULL AND o.state = 'sent'
      AND coalesce(q.at, o.attempted_at, o.created_at) <= :at
      AND NOT EXISTS (SELECT 1 FROM outbox r WHERE r.conversation_id = s.conversation_id AND r.created_at > o.created_at
        AND NOT ${isOfSurvey('r.id')})
      AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.person_id = s.person_id AND m.kind = 'dm' AND m.role = 'own'
        AND m.at > coalesce(q.at, o.attempted_at, o.created_at) AND m.at < :at AND m.x_id IS NOT o.x_id)`;
  return get(db, text, { surveyId, at }) !== null;
}

/** Stores what a person said in response to the question for a comment. */
export function setComment(db: Db, surveyId: string, comment: string): void {
  run(db, 'UPDATE surveys SET comment = ? WHERE id = ? AND comment IS NULL', comment, surveyId);
}
