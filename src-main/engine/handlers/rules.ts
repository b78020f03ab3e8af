import { err, ok } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { changeRules } from '../rules/changeRules.ts';
import { findProblem } from '../rules/findProblem.ts';
import { previewRule } from '../rules/previewRule.ts';
import { listRuleRuns } from '../store/ruleRuns.ts';
import { listRules } from '../store/rules.ts';
import type { Handlers } from './handlers.ts';

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
    if (id !== undefined && !listRules(db).some((rule) => rule.id === id))
      return err({ code: 'notFound', what: 'rule', id });
    return ok({ items: listRuleRuns(db, id ?? null, limit) });
  },

  'rules.preview': async (ctx, draft) => ok(await previewRule(ctx, draft)),
} satisfies Partial<Handlers>;
