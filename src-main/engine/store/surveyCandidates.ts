import type { Db } from './open.ts';
import { all } from './sql.ts';

/** A resolution after which a survey may go out. */
export interface SurveyCandidate {
  readonly conversationId: string;
  readonly personId: string;
  readonly resolvedAt: number;
}

/**
 * The conversations that were resolved from `from` to `until` (both inclusive) and are so still, with one of the tags (none for any), the first
 * resolved first. Without those after whose resolution the rule has asked or refused to, or an agent has asked.
 */
export function listCandidates(
  db: Db,
  {
    from,
    until,
    tagIds,
  }: { readonly from: number; readonly until: number; readonly tagIds: readonly string[] },
): SurveyCandidate[] {
  const text = `SELECT c.id AS conversationId, c.person_id AS personId, c.resolved_at AS resolvedAt FROM conversations c
    WHERE c.resolved_at BETWEEN :from AND :until AND c.status = 'resolved'
      AND (:tagIds = '[]' OR EXISTS (SELECT 1 FROM conversation_tags t
        WHERE t.conversation_id = c.id AND t.tag_id IN (SELECT wanted.value FROM json_each(:tagIds) wanted)))
      AND NOT EXISTS (SELECT 1 FROM surveys s WHERE s.conversation_id = c.id
        AND (s.resolved_at = c.resolved_at OR (s.created_at >= c.resolved_at AND s.state <> 'refused')))
    ORDER BY c.resolved_at, c.id`;
  return all<SurveyCandidate>(db, text, { from, until, tagIds: JSON.stringify(tagIds) });
}
