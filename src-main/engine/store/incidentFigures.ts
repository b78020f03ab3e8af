import type { Db } from './open.ts';
import { rowIdCeiling, rowIdFloor } from './rowIds.ts';
import { all, get } from './sql.ts';
import { isOfSurvey } from './surveyJoin.ts';

/** From `from` to `until`, both inclusive. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

const toRows = ({ from, until }: Span) => ({ first: rowIdFloor(from), last: rowIdCeiling(until) });

/** How many posts to the account each hour brought, by the beginning of the hour (UTC); hours without any are left out. */
export function listMentionsPerHour(db: Db, span: Span): { readonly at: number; readonly count: number }[] {
  const text = `SELECT at / 3600000 * 3600000 AS at, count(*) AS count FROM messages
    WHERE id BETWEEN :first AND :last AND role = 'wanted' AND +kind = 'post' GROUP BY 1 ORDER BY 1`;
  return all(db, text, toRows(span));
}

/** The conversations that began in this time, and when the first reply came; null for none. */
export function listFirstReplies(
  db: Db,
  span: Span,
): { readonly openedAt: number; readonly repliedAt: number | null }[] {
  const text = `SELECT c.opened_at AS openedAt,
      (SELECT min(r.at) FROM messages r WHERE r.conversation_id = c.id AND r.role = 'own' AND r.at >= c.opened_at) AS repliedAt
    FROM (SELECT DISTINCT conversation_id AS id FROM messages
        WHERE id BETWEEN :first AND :last AND role = 'wanted' AND conversation_id IS NOT NULL) wanted
      CROSS JOIN conversations c ON c.id = wanted.id
    WHERE c.opened_at >= :from`;
  return all(db, text, { ...toRows(span), from: span.from });
}

/** How many replies X has that were free to go out in this time, without those of surveys; a thread is one. */
export function countReplies(db: Db, { from, until }: Span): number {
  const text = `SELECT count(DISTINCT coalesce(o.thread_id, o.id)) AS count FROM outbox o
    WHERE o.state = 'sent' AND o.ready_at BETWEEN ? AND ? AND NOT ${isOfSurvey('o.id')}`;
  return get<{ count: number }>(db, text, from, until)?.count ?? 0;
}
