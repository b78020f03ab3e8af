import { type RuleRun, RuleSteps } from '#shared/domain/rule.ts';
import { parseColumn } from './jsonColumn.ts';
import type { Db } from './open.ts';
import { all, run } from './sql.ts';

/** Records that a rule ran, or would have. */
export function insertRuleRun(
  db: Db,
  ruleId: string,
  { id, conversationId, at, isLogged, steps }: RuleRun,
): void {
  const text = `INSERT INTO rule_runs (id, rule_id, conversation_id, at, is_logged, steps) VALUES (?, ?, ?, ?, ?, ?)`;
  run(db, text, id, ruleId, conversationId, at, isLogged ? 1 : 0, JSON.stringify(steps));
}

/** The runs of a rule, the newest first; without those that are damaged. */
export function listRuleRuns(db: Db, ruleId: string, limit: number): RuleRun[] {
  const text = `SELECT id, conversation_id AS conversationId, at, is_logged AS isLogged, steps FROM rule_runs
    WHERE rule_id = ? ORDER BY id DESC LIMIT ?`;
  return all<Omit<RuleRun, 'isLogged' | 'steps'> & { isLogged: number; steps: string }>(
    db,
    text,
    ruleId,
    limit,
  ).flatMap((row) => {
    const steps = parseColumn(RuleSteps, row.steps, null);
    return steps ? { ...row, isLogged: row.isLogged === 1, steps } : [];
  });
}
