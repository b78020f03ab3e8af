import type { Rule } from '#shared/domain/rule.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import type { EngineContext } from '../context/context.ts';
import type { Target } from '../conversations/changeConversation.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { applySteps } from '../macros/applySteps.ts';
import { insertRuleRun } from '../store/ruleRuns.ts';
import { draftCanned } from './draftCanned.ts';

/** Where a rule runs, and the rules that led to it, by id. */
interface Place extends Target {
  readonly chain: readonly string[];
  /** The survey whose score it runs for. */
  readonly surveyId?: string;
  /** The row of the post that a saved search found, and whether the rule has just taken it into the queue. */
  readonly hit?: { readonly rowId: number; readonly hasTaken: boolean };
}

/**
 * Does what a rule does in a conversation, or only records it in the mode `log`. What is as it wants already is left without a trace.
 * A step that is refused for what nobody has seen is left out, with the reason in the activity. Call it within a transaction.
 */
export function runRule(ctx: EngineContext, rule: Rule, { chain, surveyId, hit, ...target }: Place): void {
  const { id: ruleId, steps } = rule;
  const runId = ctx.newId();
  const isLogged = rule.mode === 'log';
  const place = { conversationId: target.id, messageRow: hit?.rowId ?? null };
  const run = { id: runId, ...place, at: ctx.clock.now(), isLogged, steps };
  if (isLogged) {
    insertRuleRun(ctx.db, ruleId, run);
    return;
  }
  const assignee = steps.assignee === 'nobody' ? { agent: null } : steps.assignee;
  const by = { agent: null, bulk: runId, chain: [...chain, ruleId] };
  const drafted = draft(ctx, rule, { id: runId, conversationId: target.id });
  const applied = applySteps(ctx, { ...steps, assignee }, target, by);
  const error = applied.error ?? (drafted.ok ? null : drafted.error);
  const hasChanged = applied.hasChanged || (drafted.ok && drafted.value);
  if (!hasChanged && !steps.notify && error === null && hit?.hasTaken !== true) return;
  insertRuleRun(ctx.db, ruleId, run);
  const refused = error?.code;
  // Then there is nothing to be undone.
  const changedNothing = hasChanged ? undefined : true;
  const facts = {
    rule: rule.name,
    ruleId,
    runId,
    ...withoutUndefined({ surveyId, refused, changedNothing }),
  };
  if (steps.notify) ctx.emit({ name: 'rules.notified', params: { ruleId, conversationId: target.id } });
  recordActivity(ctx, { kind: 'ruleRun', agent: null, conversationId: target.id, facts, bulk: runId });
}

function draft(
  ctx: EngineContext,
  { name, steps }: Rule,
  { id: runId, conversationId }: { readonly id: string; readonly conversationId: string },
): Result<boolean, AppError> {
  const cannedId = steps.draft;
  return cannedId === null ? ok(false) : draftCanned(ctx, { conversationId, cannedId, rule: name, runId });
}
