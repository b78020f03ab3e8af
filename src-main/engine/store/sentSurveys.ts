import type { Survey } from '#shared/domain/askedSurvey.ts';
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

/** The surveys that X had from `from` (inclusive) to `to` (exclusive), the oldest first. */
export function listSentSurveys(db: Db, from: number, to: number): SentSurvey[] {
  const namesOf = (column: string, name: string, table: string) =>
    `(SELECT group_concat(n.${name}, ', ') FROM json_each(${column}) j JOIN ${table} n ON n.id = j.value)`;
  const text = `SELECT s.id, s.conversation_id AS conversationId, p.handle, p.name, s.scale, s.language, s.sent_at AS sentAt, ${answeredAt},
      s.score, s.comment, s.corrections <> '[]' AS isCorrected, s.handled_by AS handledBy, ${nameOfAgent('s.handled_by')} AS agent, s.channel,
      s.response_time AS responseTime, ${namesOf('s.tags', 'name', 'tags')} AS tags, ${namesOf('s.canned', 'title', 'canned_responses')} AS canned
    FROM surveys s JOIN people p ON p.x_id = s.person_id WHERE s.sent_at >= ? AND s.sent_at < ? ORDER BY s.sent_at, s.id`;
  const rows = all<Omit<SentSurvey, 'isCorrected'> & { isCorrected: number }>(db, text, from, to);
  return rows.map((row) => ({ ...row, isCorrected: row.isCorrected === 1 }));
}
