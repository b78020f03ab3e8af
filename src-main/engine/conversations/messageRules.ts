import type { RuleCondition } from '#shared/domain/rule.ts';
import type { Db } from '../store/open.ts';
import { type CompiledRule, getCompiledRules, withTrigger } from './compiledRules.ts';
import { createPhraseFilter } from './phraseFilter.ts';
import { toPhrases } from './ruleWords.ts';

/** Returns the rules whose words may be in what a person wrote, and those that want none: all that it concerns are among them. */
export type ListRules = (folded: string) => readonly CompiledRule[];

const known = new WeakMap<readonly CompiledRule[], ListRules | null>();

/** Finds those of the rules for new conversations and messages that may concern a message; null if there are no such rules. */
export function getMessageRules(db: Db): ListRules | null {
  const all = getCompiledRules(db);
  const before = known.get(all);
  if (before !== undefined) return before;
  const rules = withTrigger(all, 'newConversation', 'message');
  const list = rules.length === 0 ? null : toList(rules);
  known.set(all, list);
  return list;
}

function toList(rules: readonly CompiledRule[]): ListRules {
  const withPhrases = rules.map((of) => ({ of, phrases: listPhrases(of) }));
  const wordless = withPhrases.flatMap(({ of, phrases }) => (phrases === null ? [of] : []));
  const find = createPhraseFilter(
    withPhrases.flatMap(({ of, phrases }) => (phrases === null ? [] : [{ of, phrases }])),
  );
  if (wordless.length === rules.length) return () => wordless;
  return (folded) => {
    const found = find(folded);
    return found.size === 0 ? wordless : [...wordless, ...found];
  };
}

/** The phrases of which a message must have one; null if it need have none. */
function listPhrases({ rule }: CompiledRule) {
  const condition = rule.conditions.find(isForWords);
  return condition ? toPhrases(condition.words) : null;
}

const isForWords = (condition: RuleCondition): condition is Extract<RuleCondition, { kind: 'words' }> =>
  condition.kind === 'words' && !condition.not;
