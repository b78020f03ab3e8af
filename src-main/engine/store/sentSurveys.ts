import type { Survey } from '#shared/domain/askedSurvey.ts';
import type { SurveyScale } from '#shared/domain/survey.ts';
import { nameOfAgent } from './agents.ts';
import type { Db } from './open.ts';
import { all } from './sql.ts';
import { answeredAt } from './surveyJoin.ts';

/** A survey that X had, with the names of what it is about. */
export type SentSurvey = Pick<
  Survey,
  'id' | 'conversationId' | 'scale' | 'language' | 'answeredAt' | 'score' | 'comment' | 'handledBy'
> & {
  readonly sentAt: number;
  readonly handle: string;
  readonly name: string;
  /** Whether the score was changed after the first reading. */
  readonly isCorrected: boolean;
  /** The name of the agent who handled the matter, their id if they have none; null if nobody did. */
  readonly agent: string | null;
  readonly channel: string | null;
  readonly responseTime: string | null;
  /** Names and titles, separated by commas; null for none. */
  readonly tags: string | null;
  readonly canned: string | null;
};

/** Which of the surveys that X had are listed. */
export interface SentPage {
  /** The time and id after which the first one follows; a time alone includes it. */
  readonly after: readonly [sentAt: number, id: string];
  /** Exclusive. */
  readonly to: number;
  readonly limit: number;
}

/** A page of the surveys that X had, the oldest first. */
export function listSentSurveys(db: Db, { after: [at, id], to, limit }: SentPage): SentSurvey[] {
  const namesOf = (column: string, name: string, table: string) =>
    `(SELECT group_concat(n.${name}, ', ') FROM json_each(${column}) j JOIN ${table} n ON n.id = j.value)`;
  // The index begins with the scale.
  const firstOf = (scale: SurveyScale) =>
    `SELECT * FROM (SELECT id, sent_at FROM surveys WHERE scale = '${scale}' AND (sent_at, id) > (:at, :id) AND sent_at < :to
      ORDER BY sent_at, id LIMIT :limit)`;
  const text = `WITH page AS (${firstOf('csat')} UNION ALL ${firstOf('nps')} ORDER BY sent_at, id LIMIT :limit)
    SELECT s.id, s.conversation_id AS conversationId, p.handle, p.name, s.scale, s.language, s.sent_at AS sentAt, ${answeredAt},
      s.score, s.comment, s.corrections <> '[]' AS isCorrected, s.handled_by AS handledBy, ${nameOfAgent('s.handled_by')} AS agent, s.channel,
      s.response_time AS responseTime, ${namesOf('s.tags', 'name', 'tags')} AS tags, ${namesOf('s.canned', 'title', 'canned_responses')} AS canned
    FROM page JOIN surveys s ON s.id = page.id JOIN people p ON p.x_id = s.person_id ORDER BY page.sent_at, page.id`;
  const rows = all<Omit<SentSurvey, 'isCorrected'> & { isCorrected: number }>(db, text, {
    at,
    id,
    to,
    limit,
  });
  return rows.map((row) => ({ ...row, isCorrected: row.isCorrected === 1 }));
}
