import type { SurveyScale } from '#shared/domain/survey.ts';
import type { ResponseTimeBand, SurveyGrouping } from '#shared/domain/surveyReport.ts';
import { HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import type { Db } from './open.ts';
import { isReplyBehind } from './outboxJoin.ts';
import { all, get } from './sql.ts';
import { isOfSurvey } from './surveyJoin.ts';

/** How many surveys of a group have a score. */
export interface SurveyTally {
  readonly scale: SurveyScale;
  /** See `SurveyGrouping`; null for none. */
  readonly key: string | null;
  /** Null for those without a score. */
  readonly score: number | null;
  readonly count: number;
}

/** The surveys that X had from `from` (inclusive) to `to` (exclusive), with what was known of them at a time; null for now. */
export interface SurveyPeriod {
  readonly from: number;
  readonly to: number;
  readonly asKnownOn: number | null;
}

/** A span of time with the key of its group. */
export type Span = readonly [from: number, to: number, key: string];

/**
 * SQL: the score of the survey `s` as it was known at `:asKnownOn`. After the last of its corrections until then it is what that says,
 * before the first one what that replaced.
 */
const scoreThen = `CASE WHEN :asKnownOn IS NULL OR (s.corrections = '[]' AND s.answered_at <= :asKnownOn) THEN s.score
  WHEN NOT json_valid(s.corrections) OR s.corrections = '[]' OR s.answered_at > :asKnownOn THEN NULL
  ELSE (SELECT iif(last.value IS NULL, s.corrections ->> '$[0].from', last.value ->> 'to') FROM (SELECT (
    SELECT value FROM json_each(s.corrections) WHERE value ->> 'at' <= :asKnownOn ORDER BY key DESC LIMIT 1) AS value) last) END`;

const inPeriod = `s.sent_at >= :from AND s.sent_at < min(:to, coalesce(:asKnownOn + 1, :to))`;

type Place = Exclude<SurveyGrouping, 'day' | 'week' | 'month'>;

/** SQL: when the account first replied in the conversation `c`, other than by a survey. */
const firstReplyAt = `(SELECT m.at FROM messages m WHERE m.conversation_id = c.id AND m.role = 'own' AND m.at >= c.opened_at
  AND NOT EXISTS (SELECT 1 FROM outbox o WHERE ${isReplyBehind('o', 'm')} AND ${isOfSurvey('o.id')}) ORDER BY m.id LIMIT 1)`;

const bandEnds: readonly (readonly [ResponseTimeBand, number])[] = [
  ['minutes15', 15 * MINUTE_MS],
  ['hour1', HOUR_MS],
  ['hours4', 4 * HOUR_MS],
  ['day1', 24 * HOUR_MS],
];

const toBand = (ms: string) =>
  `CASE WHEN ${ms} IS NULL THEN NULL ${bandEnds.map(([band, end]) => `WHEN ${ms} <= ${end} THEN '${band}'`).join(' ')} ELSE 'longer' END`;

/** SQL: for each grouping what has to be joined to the survey `s`, and the key of its group. */
const keys: Readonly<Record<Place, { readonly join: string; readonly key: string }>> = {
  agent: { join: '', key: 's.handled_by' },
  channel: {
    join: 'JOIN conversations c ON c.id = s.conversation_id',
    key: `iif(c.reason = 'dm', 'dm', 'public')`,
  },
  responseTime: {
    join: 'JOIN conversations c ON c.id = s.conversation_id',
    key: toBand(`(${firstReplyAt} - c.opened_at)`),
  },
  tag: { join: 'LEFT JOIN conversation_tags t ON t.conversation_id = s.conversation_id', key: 't.tag_id' },
  canned: {
    join: `LEFT JOIN (SELECT conversation_id, canned_id, min(sent_at) AS sent_at FROM canned_uses WHERE sent_at IS NOT NULL
      GROUP BY conversation_id, canned_id) u ON u.conversation_id = s.conversation_id AND u.sent_at <= s.sent_at`,
    key: 'u.canned_id',
  },
};

/** Counts the surveys of a period by scale and score, and by the groups of one grouping. */
export function tallySurveys(db: Db, period: SurveyPeriod, grouping: Place | null): SurveyTally[] {
  const { join, key } = grouping ? keys[grouping] : { join: '', key: 'NULL' };
  const text = `SELECT s.scale, ${key} AS key, ${scoreThen} AS score, count(*) AS count FROM surveys s ${join}
    WHERE ${inPeriod} GROUP BY 1, 2, 3`;
  return all<SurveyTally>(db, text, { ...period });
}

/** Counts the surveys of a period by scale and score, and by spans of time; what is in none of these is left out. */
export function tallySpans(db: Db, period: SurveyPeriod, spans: readonly Span[]): SurveyTally[] {
  const text = `SELECT s.scale, p.value ->> 2 AS key, ${scoreThen} AS score, count(*) AS count
    FROM json_each(:spans) p CROSS JOIN surveys s ON s.sent_at >= p.value ->> 0 AND s.sent_at < p.value ->> 1
    WHERE ${inPeriod} GROUP BY 1, 2, 3`;
  return all<SurveyTally>(db, text, { ...period, spans: JSON.stringify(spans) });
}

/** When X had the first and the last survey of a period; null if it had none. */
export function getSpanOf(
  db: Db,
  period: SurveyPeriod,
): { readonly first: number; readonly last: number } | null {
  const text = `SELECT min(s.sent_at) AS first, max(s.sent_at) AS last FROM surveys s WHERE ${inPeriod}`;
  const span = get<{ first: number | null; last: number | null }>(db, text, { ...period });
  return span && span.first !== null && span.last !== null ? { first: span.first, last: span.last } : null;
}

const labelled: Readonly<Partial<Record<Place, string>>> = {
  agent: 'SELECT id, name AS label FROM agents',
  tag: 'SELECT id, name AS label FROM tags',
  canned: 'SELECT id, title AS label FROM canned_responses',
};

/** What the groups of a grouping are called now, by their keys; none where their keys say it. */
export function listGroupLabels(db: Db, grouping: Place): Map<string, string> {
  const text = labelled[grouping];
  if (text === undefined) return new Map();
  return new Map(all<{ id: string; label: string }>(db, text).map(({ id, label }) => [id, label]));
}
