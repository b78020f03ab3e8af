import { isSameHandle } from '#shared/domain/isSameHandle.ts';
import { Rule, type RuleCondition } from '#shared/domain/rule.ts';
import { parseJson } from './jsonColumn.ts';
import type { Db } from './open.ts';
import { all, run } from './sql.ts';

interface RuleRow {
  readonly id: string;
  readonly name: string;
  readonly mode: string;
  readonly definition: string;
}

const Definition = Rule.omit({ id: true, name: true, mode: true });

const listRows = (db: Db): RuleRow[] =>
  all<RuleRow>(db, 'SELECT id, name, mode, definition FROM rules ORDER BY position, id');

/** The rules in their order, without those that are damaged. */
export const listRules = (db: Db): Rule[] => listRows(db).flatMap(toRule);

/** What the rules say, as one text that differs whenever one of them does. */
export const getRulesStamp = (db: Db): string => JSON.stringify(listRows(db));

/** Stores these rules in this order and deletes all others. */
export function putRules(db: Db, rules: readonly Rule[]): void {
  const ids = JSON.stringify(rules.map(({ id }) => id));
  run(db, 'DELETE FROM rules WHERE id NOT IN (SELECT value FROM json_each(?))', ids);
  const text = `INSERT INTO rules (id, position, name, mode, definition) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET position = excluded.position, name = excluded.name, mode = excluded.mode,
      definition = excluded.definition`;
  for (const [position, { id, name, mode, ...definition }] of rules.entries()) {
    run(db, text, id, position, name, mode, JSON.stringify(Definition.parse(definition)));
  }
}

/** Takes a person out of all rules; one that is about nobody else goes with them, since without them it would be about everybody. */
export function forgetHandle(db: Db, handle: string): void {
  const rules = listRules(db);
  const isNamed = ({ conditions }: Rule) => conditions.some((one) => hasHandle(one, handle));
  if (!rules.some(isNamed)) return;
  const others = rules.flatMap((rule) => {
    const conditions = rule.conditions.map((one) => withoutHandle(one, handle));
    const isAboutNobody = conditions.some((one) => one.kind === 'person' && one.handles.length === 0);
    return isAboutNobody ? [] : [{ ...rule, conditions }];
  });
  putRules(db, others);
}

const hasHandle = (condition: RuleCondition, handle: string): boolean =>
  condition.kind === 'person' && condition.handles.some((one) => isSameHandle(one, handle));

const withoutHandle = (condition: RuleCondition, handle: string): RuleCondition =>
  condition.kind === 'person'
    ? { ...condition, handles: condition.handles.filter((one) => !isSameHandle(one, handle)) }
    : condition;

function toRule({ id, name, mode, definition }: RuleRow): Rule[] {
  const parsed = parseJson(definition);
  const fields = typeof parsed === 'object' ? parsed : {};
  const rule = Rule.safeParse({ ...fields, id, name, mode });
  return rule.success ? [rule.data] : [];
}
