import { type RuleRun, RuleSteps } from '#shared/domain/rule.ts';
import { parseColumn } from './jsonColumn.ts';
import type { Db } from './open.ts';
import { all, run } from './sql.ts';

/** Records that a rule ran, or would have. */
export function insertRuleRun(
  db: Db,
  ruleId: string,
  {
    id,
    conversationId,
    messageRow,
    at,
    isLogged,
    steps,
  }: Pick<RuleRun, 'id' | 'conversationId' | 'at' | 'isLogged' | 'steps'> & {
    readonly messageRow: number | null;
  },
): void {
  const text = `INSERT INTO rule_runs (id, rule_id, conversation_id, message_id, at, is_logged, steps) VALUES (?, ?, ?, ?, ?, ?, ?)`;
  run(db, text, id, ruleId, conversationId, messageRow, at, isLogged ? 1 : 0, JSON.stringify(steps));
}

interface Row extends Omit<RuleRun, 'isLogged' | 'isUndone' | 'steps' | 'person'> {
  readonly personId: string;
  readonly handle: string;
  readonly name: string;
  readonly isLogged: number;
  readonly isUndone: number;
  /** As JSON. */
  readonly steps: string;
}

/** SQL: whether a run `r` was undone altogether, which is an activity of its own. */
const isUndone = `EXISTS (SELECT 1 FROM activities ran JOIN activities u ON u.conversation_id IS ran.conversation_id AND u.at >= ran.at
  WHERE ran.bulk = r.id AND ran.kind = 'ruleRun' AND u.kind = 'undone'
    AND iif(json_valid(u.facts), u.facts ->> 'activityId', NULL) = ran.id)`;

/** The runs of a rule, or with null of all of them, the newest first; without those that are damaged. */
export function listRuleRuns(db: Db, ruleId: string | null, limit: number): RuleRun[] {
  // The id of a run begins with its time.
  const text = `SELECT r.id, r.rule_id AS ruleId, r.conversation_id AS conversationId, m.kind || '-' || m.x_id AS messageId, p.x_id AS personId, p.handle, p.name, r.at,
      r.is_logged AS isLogged, ${isUndone} AS isUndone, r.steps
    FROM rule_runs r LEFT JOIN conversations c ON c.id = r.conversation_id LEFT JOIN messages m ON m.id = r.message_id
      JOIN people p ON p.x_id = coalesce(c.person_id, m.person_id)
    ${ruleId === null ? '' : 'WHERE r.rule_id = :ruleId'} ORDER BY r.id DESC LIMIT :limit`;
  return all<Row>(db, text, { ...(ruleId === null ? {} : { ruleId }), limit }).flatMap(
    ({ personId, handle, name, ...row }) => {
      const steps = parseColumn(RuleSteps, row.steps, null);
      const flags = { isLogged: row.isLogged === 1, isUndone: row.isUndone === 1 };
      return steps ? { ...row, ...flags, person: { id: personId, handle, name }, steps } : [];
    },
  );
}
