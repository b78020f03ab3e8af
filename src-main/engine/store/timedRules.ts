import type { TimedTrigger } from '#shared/domain/rule.ts';
import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';
import { unfinishedReplyOf } from './unfinishedReply.ts';

/** A conversation in which nothing has happened since a time: no reply, or no message at all. */
export interface Quiet {
  readonly conversationId: string;
  readonly since: number;
}

/** What a timed rule is about. Times are inclusive. */
interface QuietRange {
  readonly ruleId: string;
  readonly from: number;
  readonly through: number;
  readonly limit: number;
}

/** SQL conditions on a conversation `c`: which of them are quiet, and since when. */
const quiet = {
  noReply: {
    index: 'conversations_waiting',
    since: 'c.waiting_since',
    is: 'c.in_queue = 1 AND c.due_reply IS NOT NULL',
  },
  silence: {
    index: 'conversations_view',
    since: 'c.last_at',
    is: `c.view IN ('open', 'pending') AND c.waiting_since IS NULL AND (${unfinishedReplyOf('c.id')}) IS NULL
      AND NOT EXISTS (SELECT 1 FROM approvals a WHERE a.conversation_id = c.id AND a.state = 'waiting')`,
  },
} as const satisfies Record<TimedTrigger['kind'], unknown>;

/** The conversations that have been quiet since a time in the range, and that the rule was not noted for yet. */
export function listQuiet(db: Db, kind: TimedTrigger['kind'], range: QuietRange): Quiet[] {
  const { since, is, index } = quiet[kind];
  const text = `SELECT c.id AS conversationId, ${since} AS since FROM conversations c INDEXED BY ${index}
    WHERE ${since} BETWEEN :from AND :through AND ${is}
      AND NOT EXISTS (SELECT 1 FROM rule_waits w
        WHERE w.rule_id = :ruleId AND w.conversation_id = c.id AND w.since >= ${since})
    LIMIT :limit`;
  return all<Quiet>(db, text, { ...range });
}

/** Whether a conversation is still quiet since then. */
export function isQuiet(db: Db, kind: TimedTrigger['kind'], { conversationId, since }: Quiet): boolean {
  const text = `SELECT 1 FROM conversations c WHERE c.id = ? AND ${quiet[kind].since} = ? AND ${quiet[kind].is}`;
  return get(db, text, conversationId, since) !== null;
}

/** Records that a rule was noted for a conversation that is quiet since then. */
export function putRuleWait(db: Db, ruleId: string, { conversationId, since }: Quiet): void {
  const text = `INSERT INTO rule_waits (rule_id, conversation_id, since) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET since = excluded.since`;
  run(db, text, ruleId, conversationId, since);
}

/** Lets a rule look at what becomes due from now on. */
export function setCountsFrom(db: Db, ruleId: string, now: number): void {
  run(db, 'UPDATE rules SET counts_from = ? WHERE id = ?', now, ruleId);
}

/** From when on a rule looks at what becomes due; null for one that never counted. */
export const getCountsFrom = (db: Db, ruleId: string): number | null =>
  get<{ at: number | null }>(db, 'SELECT counts_from AS at FROM rules WHERE id = ?', ruleId)?.at ?? null;
