import type { Rule, RuleCondition, RuleTrigger } from '#shared/domain/rule.ts';
import type { Db } from '../store/open.ts';
import { getRulesRevision, listRules } from '../store/rules.ts';
import { type Check, type RuleFacts, toCheck } from './ruleConditions.ts';

/** A rule that is not off, ready to be checked against facts in memory. */
export interface CompiledRule {
  readonly rule: Rule;
  /** Whether its conditions hold, apart from those that the rules above it can still change. */
  readonly mayHold: (facts: RuleFacts) => boolean;
  /** Whether those of them hold that are about the message alone and checked fast. */
  readonly fitsMessage: (facts: RuleFacts) => boolean;
  /** Whether `mayHold` looks at the conversation. */
  readonly asksConversation: boolean;
  readonly holds: (facts: RuleFacts) => boolean;
}

interface Compiled {
  readonly revision: unknown;
  readonly rules: readonly CompiledRule[];
}

const known = new WeakMap<Db, Compiled>();

/** The rules that are not off, in their order. They are compiled once for as long as none of them changes. */
export function getCompiledRules(db: Db): readonly CompiledRule[] {
  const revision = getRulesRevision(db);
  const before = known.get(db);
  if (before && before.revision === revision) return before.rules;
  const active = listRules(db).filter(({ mode }) => mode !== 'off');
  const changed = toChanged(active);
  const compiled = { revision, rules: active.map((rule) => compileRule(rule, changed)) };
  known.set(db, compiled);
  return compiled.rules;
}

/** Those whose trigger is of one of these kinds. */
export const withTrigger = (rules: readonly CompiledRule[], ...kinds: readonly RuleTrigger['kind'][]) =>
  rules.filter(({ rule }) => kinds.includes(rule.when.kind));

/** What the steps of rules can change. */
interface ChangedByRules {
  readonly tags: ReadonlySet<string>;
  readonly assignee: boolean;
  readonly priority: boolean;
}

const toChanged = (rules: readonly Rule[]): ChangedByRules => ({
  tags: new Set(rules.flatMap(({ steps }) => [...steps.addTags, ...steps.removeTags])),
  assignee: rules.some(({ steps }) => steps.assignee !== null),
  priority: rules.some(({ steps }) => steps.priority !== null),
});

function compileRule(rule: Rule, changed: ChangedByRules): CompiledRule {
  const all = slowestLast(rule.conditions).map((condition) => ({ condition, check: toCheck(condition) }));
  const early = all.filter(({ condition }) => !isChanged(condition, changed));
  const ofMessage = early.filter(({ condition }) => fastOfMessage.has(condition.kind));
  return {
    rule,
    mayHold: toEvery(early.map(({ check }) => check)),
    fitsMessage: toEvery(ofMessage.map(({ check }) => check)),
    asksConversation: early.some(({ condition }) => ofConversation.has(condition.kind)),
    holds: toEvery(all.map(({ check }) => check)),
  };
}

const fastOfMessage: ReadonlySet<RuleCondition['kind']> = new Set(['channel', 'officeHours']);
const ofConversation: ReadonlySet<RuleCondition['kind']> = new Set([
  'language',
  'person',
  'followers',
  'vip',
  'assignee',
  'tag',
  'priority',
]);

/** Whether all of these conditions hold. */
export function compileConditions(conditions: readonly RuleCondition[]): (facts: RuleFacts) => boolean {
  return toEvery(slowestLast(conditions).map(toCheck));
}

// The words of a text take longest to find, and its sentiment is found in them.
const slow: ReadonlySet<RuleCondition['kind']> = new Set(['words', 'sentiment']);
const slowestLast = (conditions: readonly RuleCondition[]): readonly RuleCondition[] =>
  conditions.toSorted((a, b) => Number(slow.has(a.kind)) - Number(slow.has(b.kind)));

const toEvery = (checks: readonly Check[]) => (facts: RuleFacts) => checks.every((check) => check(facts));

function isChanged(condition: RuleCondition, { tags, assignee, priority }: ChangedByRules): boolean {
  if (condition.kind === 'tag') return tags.has(condition.tag);
  if (condition.kind === 'priority') return priority;
  return condition.kind === 'assignee' && assignee;
}
