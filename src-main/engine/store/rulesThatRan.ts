import { parseList } from './jsonColumn.ts';
import type { Db } from './open.ts';
import { all } from './sql.ts';
import type { WorkPeriod } from './workHistories.ts';

/** SQL: the run `ran`, which is an activity, was undone until then; see `recordRunUndone`. */
const isUndone = `EXISTS (SELECT 1 FROM activities u WHERE u.conversation_id = ran.conversation_id AND u.at BETWEEN ran.at AND :asKnownOn
    AND u.kind = 'undone' AND iif(json_valid(u.facts), u.facts ->> 'activityId', NULL) = ran.id)`;

/**
 * The ids of the rules that ran in each conversation before the end of the period, as known then, without what was undone. By the log,
 * which has what deleted rules did, too.
 */
export function mapRulesThatRan(
  db: Db,
  { to, asKnownOn }: Pick<WorkPeriod, 'to' | 'asKnownOn'>,
): ReadonlyMap<string, readonly string[]> {
  const text = `SELECT conversation_id AS id, json_group_array(DISTINCT facts ->> 'ruleId') AS rules
    FROM activities ran INDEXED BY activities_bulk WHERE bulk IS NOT NULL AND kind = 'ruleRun' AND conversation_id IS NOT NULL AND at < :to AND at <= :asKnownOn
      AND iif(json_valid(facts), facts ->> 'ruleId', NULL) IS NOT NULL AND NOT ${isUndone} GROUP BY conversation_id`;
  const rows = all<{ id: string; rules: string }>(db, text, { to, asKnownOn });
  return new Map(rows.map(({ id, rules }) => [id, parseList<string>(rules)]));
}

/** The names of rules by their ids: as they are now, of deleted ones as they were when they ran last. */
export function mapRuleNames(db: Db, ids: readonly (string | null)[]): ReadonlyMap<string | null, string> {
  // SQLite takes the other columns from the row with the maximum.
  const text = `WITH ran AS (SELECT facts ->> 'ruleId' AS id, facts ->> 'rule' AS name, max(at) FROM activities
      WHERE bulk IS NOT NULL AND kind = 'ruleRun' AND json_valid(facts) GROUP BY facts ->> 'ruleId')
    SELECT wanted.value AS id, coalesce(rules.name, ran.name) AS name FROM json_each(?) wanted
      LEFT JOIN rules ON rules.id = wanted.value LEFT JOIN ran ON ran.id = wanted.value`;
  const rows = all<{ id: string | null; name: string | null }>(db, text, JSON.stringify(ids));
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name]])));
}
