import type { Survey } from '#shared/domain/askedSurvey.ts';
import type { SurveyScale } from '#shared/domain/survey.ts';
import type { PeriodUnit, SurveyGrouping } from '#shared/domain/surveyReport.ts';
import { parseList } from './jsonColumn.ts';
import type { Db } from './open.ts';
import { all, get } from './sql.ts';

/** A score, or null for a survey without one. */
export type Score = number | null;

/** The scores of surveys that have the same keys. */
export interface SurveyTally {
  /** See `SurveyGrouping`; null for none. Several tags or canned responses are several keys. */
  readonly keys: readonly (string | null)[];
  /** One for each survey. */
  readonly scores: readonly Score[];
  /** -1 for surveys that were counted with a score that they did not have at the time of the report. */
  readonly weight: 1 | -1;
}

/** The surveys of a scale that X had from `from` (inclusive) to `to` (exclusive), as they were known at a time, or null for now. */
export interface SurveyPeriod {
  readonly scale: SurveyScale;
  readonly from: number;
  readonly to: number;
  readonly asKnownOn: number | null;
}

/** A span of time with the key of its group. */
export type Span = readonly [from: number, to: number, key: string];

/** What surveys are grouped by, other than spans of time. */
export type Kind = Exclude<SurveyGrouping, PeriodUnit>;

interface Grouping {
  readonly key: string;
  /** The index that has all that is counted, and what it is sorted by before the score. */
  readonly index: string;
  readonly order: string;
  readonly toKeys: (key: string | null) => readonly (string | null)[];
}

const toKey = (key: string | null) => [key];
const toSet = (json: string | null) => {
  const ids = parseList<string>(json ?? '[]');
  return ids.length > 0 ? ids : [null];
};
const handled = {
  index: 'surveys_handled',
  order: 's.channel, s.response_time, s.handled_by',
  toKeys: toKey,
};

const groupings: Readonly<Record<Kind, Grouping>> = {
  agent: { key: 's.handled_by', ...handled },
  channel: { key: 's.channel', ...handled },
  responseTime: { key: 's.response_time', ...handled },
  tag: { key: 's.tags', index: 'surveys_tags', order: 's.tags', toKeys: toSet },
  canned: { key: 's.canned', index: 'surveys_canned', order: 's.canned', toKeys: toSet },
};

/** SQL: the scores of the surveys `s` as JSON, null for each that had none at `:asKnownOn`. */
const scoresOf = 'json_group_array(iif(s.answered_at > :asKnownOn, NULL, s.score))';

const inPeriod = 's.scale = :scale AND s.sent_at >= :from AND s.sent_at < :to';
const toValues = ({ scale, from, to, asKnownOn }: SurveyPeriod) => ({
  scale,
  from,
  to: asKnownOn === null ? to : Math.min(to, asKnownOn + 1),
  asKnownOn,
});

/** The scores of a period by group. Each survey is in one tally, whatever number of keys it has. */
export function tallySurveys(db: Db, period: SurveyPeriod, kind: Kind): SurveyTally[] {
  const { key, index, order, toKeys } = groupings[kind];
  const text = `SELECT ${key} AS key, ${scoresOf} AS scores FROM surveys s INDEXED BY ${index} WHERE ${inPeriod} GROUP BY ${order}`;
  const rows = all<{ key: string | null; scores: string }>(db, text, toValues(period));
  const tallies = rows.map(({ key, scores }) => toTally(toKeys(key), scores));
  return [...tallies, ...listCorrected(db, period, key, (one) => toKeys(one.key))];
}

/** The scores of a period by spans of time; what is in none of these is left out. */
export function tallySpans(db: Db, period: SurveyPeriod, spans: readonly Span[]): SurveyTally[] {
  const values = toValues(period);
  const text = `SELECT wanted.value ->> 2 AS key, (SELECT ${scoresOf} FROM surveys s
      WHERE s.scale = :scale AND s.sent_at >= wanted.value ->> 0 AND s.sent_at < wanted.value ->> 1) AS scores
    FROM json_each(:spans) wanted`;
  const clipped = spans.map(([from, to, key]) => [Math.max(from, values.from), Math.min(to, values.to), key]);
  const { scale, asKnownOn } = values;
  const rows = all<{ key: string; scores: string }>(db, text, {
    scale,
    asKnownOn,
    spans: JSON.stringify(clipped),
  });
  const tallies = rows.map(({ key, scores }) => toTally([key], scores));
  const toSpan = ({ sentAt }: Corrected) =>
    spans.filter(([from, to]) => sentAt >= from && sentAt < to).map(([, , key]) => key);
  return [...tallies, ...listCorrected(db, period, 'NULL', toSpan)];
}

const toTally = (keys: SurveyTally['keys'], scores: string): SurveyTally => ({
  keys,
  scores: parseList<Score>(scores),
  weight: 1,
});

interface Corrected {
  readonly key: string | null;
  readonly sentAt: number;
}

interface CorrectedRow extends Corrected {
  readonly score: Score;
  readonly answeredAt: number | null;
  /** As JSON. */
  readonly corrections: string;
}

/** For each corrected survey that was answered at the time of the report: one tally with the score of then, one less with its own. */
function listCorrected(
  db: Db,
  period: SurveyPeriod,
  key: string,
  toKeys: (one: Corrected) => readonly (string | null)[],
): SurveyTally[] {
  const { asKnownOn } = period;
  if (asKnownOn === null) return [];
  const text = `SELECT ${key} AS key, s.sent_at AS sentAt, s.score, s.answered_at AS answeredAt, s.corrections
    FROM surveys s INDEXED BY surveys_corrected WHERE s.corrections <> '[]' AND ${inPeriod}`;
  const { scale, from, to } = toValues(period);
  const answered = all<CorrectedRow>(db, text, { scale, from, to }).filter(
    ({ answeredAt }) => (answeredAt ?? 0) <= asKnownOn,
  );
  return answered.flatMap(({ score, corrections, ...one }) => {
    const keys = toKeys(one);
    const known = scoreOn(asKnownOn, parseList(corrections), score);
    return [
      { keys, scores: [score], weight: -1 },
      { keys, scores: [known], weight: 1 },
    ];
  });
}

/** The score that the last correction until then gave, or that the first one replaced; the one of now if the corrections are damaged. */
function scoreOn(at: number, corrections: readonly Survey['corrections'][number][], now: Score): Score {
  const last = corrections.findLast((correction) => correction.at <= at);
  if (last) return last.to;
  const [first] = corrections;
  return first ? first.from : now;
}

/** When X had the first and the last survey of a period; null if it had none. */
export function getSpanOf(
  db: Db,
  period: SurveyPeriod,
): { readonly first: number; readonly last: number } | null {
  const text = `SELECT (SELECT min(s.sent_at) FROM surveys s WHERE ${inPeriod}) AS first,
    (SELECT max(s.sent_at) FROM surveys s WHERE ${inPeriod}) AS last`;
  const { scale, from, to } = toValues(period);
  const span = get<{ first: number | null; last: number | null }>(db, text, { scale, from, to });
  return span && span.first !== null && span.last !== null ? { first: span.first, last: span.last } : null;
}

const names: Readonly<Partial<Record<Kind, string>>> = {
  agent: 'SELECT name FROM agents WHERE id = wanted.value',
  tag: 'SELECT name FROM tags WHERE id = wanted.value',
  canned: 'SELECT title FROM canned_responses WHERE id = wanted.value',
};

/** What groups are called now, by their keys; those whose keys say it, or whose names are not stored, are left out. */
export function mapGroupNames(db: Db, kind: Kind, keys: readonly (string | null)[]): Map<string, string> {
  const name = names[kind];
  if (name === undefined) return new Map();
  const text = `SELECT wanted.value AS key, (${name}) AS name FROM json_each(?) wanted`;
  const rows = all<{ key: string | null; name: string | null }>(db, text, JSON.stringify(keys));
  return new Map(rows.flatMap(({ key, name }) => (key === null || name === null ? [] : [[key, name]])));
}
