import { z } from 'zod';
import { MAX_RULES, Rule, RuleDraft, RulePreview, RuleProblem, RuleRun } from '../../domain/rule.ts';
import { byId, id, limit, none } from './inputs.ts';
import { method } from './method.ts';

/** What happens by itself. A rule never writes to anybody. */
export const rulesMethods = {
  'rules.list': method(
    'query',
    'Lists the rules in the order in which they run, each with what it needs and is gone.',
    {
      input: none,
      output: z.object({ items: z.array(Rule.extend({ problem: RuleProblem.nullable() })) }),
    },
  ),
  'rules.create': method(
    'command',
    `Adds a rule at the end. Fails with \`invalid\` if it does nothing, if it sets a status and snoozes, if its scores are not on their scale, if its step \`hit\` does not fit its trigger or its other steps, or beyond ${MAX_RULES} rules, and with \`notFound\` for a tag, an agent, a canned response or a saved search that does not exist.`,
    { input: RuleDraft, output: Rule },
  ),
  'rules.update': method(
    'command',
    'Changes a rule or its position, counted from 0; beyond the end it becomes the last. Fails as `rules.create` does; one that lacks something can still be switched off and moved.',
    {
      input: RuleDraft.partial()
        .extend({ id, position: z.number().int().min(0).optional() })
        .strict(),
      output: Rule,
    },
  ),
  'rules.delete': method('command', 'Deletes a rule with the list of its runs; what it did stays.', {
    input: byId,
    output: none,
  }),
  'rules.runs': method(
    'query',
    'Lists what a rule did in a conversation or to a post, or all of them, or in the mode `log` would have done, the newest first; without those for scores that are hidden from the current agent.',
    {
      input: z.strictObject({ id: id.optional(), limit: limit.default(50) }),
      output: z.object({ items: z.array(RuleRun) }),
    },
  ),
  'rules.preview': method(
    'query',
    'Counts the conversations of the last 30 days, or the posts that saved searches found, that a rule with this trigger and these conditions would have matched, and names the newest ones, but for scores that are hidden from the current agent. Changes nothing.',
    { input: RuleDraft.pick({ when: true, conditions: true }), output: RulePreview },
  ),
} as const;
