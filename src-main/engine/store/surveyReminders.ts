import type { Survey } from '#shared/domain/askedSurvey.ts';
import type { Db } from './open.ts';
import { all } from './sql.ts';

/** A survey whose person has not responded, and all that asking again needs. */
export type UnansweredSurvey = Pick<
  Survey,
  'id' | 'conversationId' | 'personId' | 'scale' | 'language' | 'variant'
>;

/**
 * The surveys that X had until `sentUntil`, the oldest first, and that may be asked again: their time is not over at `now`, they were never reminded
 * of, and their person has written nothing since, in private or in public.
 */
export function listUnreminded(
  db: Db,
  { sentUntil, now, limit }: { readonly sentUntil: number; readonly now: number; readonly limit: number },
): UnansweredSurvey[] {
  const text = `SELECT s.id, s.conversation_id AS conversationId, s.person_id AS personId, s.scale, s.language, s.variant
    FROM surveys s WHERE s.state = 'sent' AND s.sent_at <= :sentUntil AND s.expires_at > :now AND s.answered_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM survey_messages m WHERE m.survey_id = s.id AND m.purpose = 'reminder')
      AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.person_id = s.person_id AND m.role = 'wanted' AND m.at >= s.sent_at)
    ORDER BY s.created_at, s.id LIMIT :limit`;
  return all<UnansweredSurvey>(db, text, { sentUntil, now, limit });
}
