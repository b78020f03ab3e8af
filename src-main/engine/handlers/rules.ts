import type { Rule, RuleRun } from '#shared/domain/rule.ts';
import { err, ok } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { withoutHiddenScored } from '../conversations/hiddenScores.ts';
import { changeRules } from '../rules/changeRules.ts';
import { findProblem } from '../rules/findProblem.ts';
import { previewRule } from '../rules/previewRule.ts';
import type { Db } from '../store/open.ts';
import { listRuleRuns } from '../store/ruleRuns.ts';
import { listRules } from '../store/rules.ts';
import type { Handlers } from './handlers.ts';

/** The runs without those that tell the current agent a score that is hidden from them. */
function withoutHiddenRuns(db: Db, rules: readonly Rule[], runs: readonly RuleRun[]): RuleRun[] {
  const byScore = new Set(rules.flatMap(({ id, when }) => (when.kind === 'score' ? id : [])));
  const told = withoutHiddenScored(
    db,
    runs.filter(({ ruleId }) => byScore.has(ruleId)),
  );
  const shown = new Set(told.map(({ id }) => id));
  return runs.filter(({ id, ruleId }) => !byScore.has(ruleId) || shown.has(id));
}

/** What happens by itself. */
export const ruleHandlers = {
  'rules.list': ({ db }) =>
    ok({ items: listRules(db).map((rule) => ({ ...rule, problem: findProblem(db, rule) })) }),

  'rules.create': (ctx, draft) =>
    changeRules(ctx, (rules) => {
      const created = { id: ctx.newId(), ...draft };
      return ok({ rules: [...rules, created], changed: created, output: created });
    }),

  'rules.update': (ctx, { id, position, ...given }) =>
    changeRules(ctx, (rules) => {
      const at = rules.findIndex((rule) => rule.id === id);
      const before = rules[at];
      if (!before) return err({ code: 'notFound', what: 'rule', id });
      const changes = withoutUndefined(given);
      const updated = { ...before, ...changes };
      return ok({
        rules: rules.toSpliced(at, 1).toSpliced(position ?? at, 0, updated),
        // A rule that lacks something can still be moved.
        ...(Object.keys(changes).length > 0 && { changed: updated }),
        output: updated,
      });
    }),

  'rules.delete': (ctx, { id }) =>
    changeRules(ctx, (rules) => {
      const others = rules.filter((rule) => rule.id !== id);
      if (others.length === rules.length) return err({ code: 'notFound', what: 'rule', id });
      return ok({ rules: others, output: {} });
    }),

  'rules.runs': ({ db }, { id, limit }) => {
    const rules = listRules(db);
    if (id !== undefined && !rules.some((rule) => rule.id === id))
      return err({ code: 'notFound', what: 'rule', id });
    return ok({ items: withoutHiddenRuns(db, rules, listRuleRuns(db, id ?? null, limit)) });
  },

  'rules.preview': async (ctx, draft) => ok(await previewRule(ctx, draft)),
} satisfies Partial<Handlers>;
