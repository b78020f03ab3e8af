import type { SurveyScale } from '#shared/domain/survey.ts';
import type { SurveyComment } from '#shared/domain/surveyReport.ts';
import { foldName } from '#shared/foldText.ts';
import type { SurveyRefusal } from '#shared/surveyReason.ts';
import type { Db } from './open.ts';
import { all, get, type Value } from './sql.ts';

/** Which comments to list, the last response first. */
export interface CommentQuery {
  readonly from: number;
  readonly to: number;
  readonly scale?: SurveyScale | undefined;
  readonly scores?: { readonly min: number; readonly max: number } | undefined;
  readonly agent?: string | undefined;
  readonly tag?: string | undefined;
  readonly text?: string | undefined;
  /** The id of an agent who must not see what is said of their own work; null for none. */
  readonly hiddenFrom?: string | null;
  readonly limit: number;
  /** Time and id of the last one of the page before. */
  readonly after: readonly [number, string] | null;
}

/** A comment without its person. */
export type StoredComment = Omit<SurveyComment, 'person'>;
type Row = Omit<StoredComment, 'agent'> & Readonly<Record<'agentId' | 'agentName', string | null>>;

/** The comments beside scores, of the surveys that X had from `from` (inclusive) to `to` (exclusive). */
export function listComments(db: Db, { from, to, limit, after, ...filter }: CommentQuery): StoredComment[] {
  const [at, id] = after ?? [Number.MAX_SAFE_INTEGER, ''];
  const conditions = toConditions(filter);
  // Whoever responds does so after the question, which bounds the index at the other end.
  const text = `SELECT s.id AS surveyId, s.conversation_id AS conversationId, s.scale, s.score, s.comment, s.answered_at AS at,
      s.handled_by AS agentId, (SELECT name FROM agents WHERE id = s.handled_by) AS agentName
    FROM surveys s WHERE s.comment <> '' AND s.score IS NOT NULL AND s.answered_at >= :from AND (s.answered_at, s.id) < (:at, :id)
      AND s.sent_at >= :from AND s.sent_at < :to ${conditions.map(([condition]) => `AND ${condition}`).join(' ')}
    ORDER BY s.answered_at DESC, s.id DESC LIMIT :limit`;
  const values = Object.assign({ from, to, at, id, limit }, ...conditions.map(([, given]) => given));
  return all<Row>(db, text, values).map(({ agentId, agentName, ...comment }) => ({
    ...comment,
    agent: agentId === null ? null : { id: agentId, name: agentName },
  }));
}

type Condition = readonly [text: string, values: Readonly<Record<string, Value>>];

function toConditions({
  scale,
  scores,
  agent,
  tag,
  text = '',
  hiddenFrom = null,
}: Omit<CommentQuery, 'from' | 'to' | 'limit' | 'after'>): Condition[] {
  const given: (Condition | false)[] = [
    scale !== undefined && ['s.scale = :scale', { scale }],
    scores !== undefined && ['s.score BETWEEN :min AND :max', scores],
    agent !== undefined && ['s.handled_by = :agent', { agent }],
    tag !== undefined && [
      'EXISTS (SELECT 1 FROM conversation_tags t WHERE t.conversation_id = s.conversation_id AND t.tag_id = :tag)',
      { tag },
    ],
    hiddenFrom !== null && ['s.handled_by IS NOT :hiddenFrom', { hiddenFrom }],
    text.trim() !== '' && toWords(text.trim()),
  ];
  return given.filter((condition) => condition !== false);
}

function toWords(text: string): Condition {
  const folded = foldName(text);
  // Signs alone have no folded form.
  if (folded === '') return ['instr(s.comment, :text) > 0', { text }];
  return ['instr(fold_name(s.comment), :folded) > 0', { folded }];
}

/** How often each reason kept a survey from being sent that was asked for from `from` (inclusive) to `to` (exclusive). */
export function countRefusals(
  db: Db,
  from: number,
  to: number,
): { readonly refusals: number; readonly items: { readonly code: SurveyRefusal; readonly count: number }[] } {
  const refused = `FROM surveys s WHERE s.state = 'refused' AND s.created_at >= ? AND s.created_at < ?`;
  const reasons = `SELECT r.value ->> 'code' AS code, count(*) AS count
    FROM (SELECT s.reasons ${refused}) s, json_each(iif(json_valid(s.reasons), s.reasons, '[]')) r
    GROUP BY 1 ORDER BY count DESC, code`;
  return {
    refusals: get<{ n: number }>(db, `SELECT count(*) AS n ${refused}`, from, to)?.n ?? 0,
    items: all(db, reasons, from, to),
  };
}
