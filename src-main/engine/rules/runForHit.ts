import type { Rule } from '#shared/domain/rule.ts';
import type { EngineContext } from '../context/context.ts';
import type { CompiledRule } from '../conversations/compiledRules.ts';
import { toOpen } from '../conversations/noteForRules.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { takeHit } from '../listening/takeHit.ts';
import { setHitHidden } from '../store/hitMarks.ts';
import type { Db } from '../store/open.ts';
import { listConversationFacts } from '../store/ruleFacts.ts';
import { getRuleHit, type RuleHit } from '../store/ruleHits.ts';
import { insertRuleRun } from '../store/ruleRuns.ts';
import { findProblem } from './findProblem.ts';
import { toHitFacts } from './hitFacts.ts';
import { runRule } from './runRule.ts';

/** The rules that a post concerns which a saved search found at a time, and the row of the post. */
interface FoundPost {
  readonly messageRow: number;
  readonly at: number;
  readonly rules: readonly CompiledRule[];
}

/**
 * Runs rules for a post that a saved search found, from the top down, until one hides it. One that is in a conversation already is not
 * hidden: somebody works on it. Call it within a transaction.
 */
export function runForHit(ctx: EngineContext, { messageRow, at, rules }: FoundPost): void {
  const isOpen = toOpen(ctx.db, at);
  for (const { rule, holds } of rules) {
    const hit = getRuleHit(ctx.db, messageRow);
    if (!hit) return;
    const conversation = getConversationFacts(ctx.db, hit);
    if (!holds(toHitFacts(hit, isOpen, conversation)) || findProblem(ctx.db, rule)) continue;
    if (rule.steps.hit === 'hide') hide(ctx, rule, hit);
    else take(ctx, rule, hit);
    if (rule.stops && rule.mode === 'on') return;
  }
}

const getConversationFacts = (db: Db, { conversationId }: RuleHit) =>
  conversationId === null ? undefined : listConversationFacts(db, [conversationId])[0];

function hide(ctx: EngineContext, rule: Rule, { rowId, messageId, author, conversationId }: RuleHit): void {
  if (conversationId !== null) return;
  const runId = ctx.newId();
  insertRun(ctx, rule, { id: runId, rowId, conversationId });
  if (rule.mode === 'log') return;
  setHitHidden(ctx.db, rowId, true);
  const facts = { rule: rule.name, ruleId: rule.id, runId, messageId, personId: author.id };
  const common = { agent: null, conversationId, facts, bulk: runId };
  recordActivity(ctx, { kind: 'hitHidden', ...common, undo: { hit: { messageId } } });
  recordActivity(ctx, { kind: 'ruleRun', ...common });
  ctx.emit({ name: 'listening.changed', params: {} });
}

function take(ctx: EngineContext, rule: Rule, hit: RuleHit): void {
  const { rowId, messageId, conversationId } = hit;
  if (rule.mode === 'log') {
    insertRun(ctx, rule, { id: ctx.newId(), rowId, conversationId });
    return;
  }
  const taken = takeHit(ctx, messageId, rule.name);
  if (!taken.ok) return;
  const hasTaken = conversationId === null;
  const { conversationId: id } = taken.value;
  runRule(ctx, rule, { id, seenThrough: messageId, chain: [], hit: { rowId, hasTaken } });
}

function insertRun(
  { db, clock }: EngineContext,
  { id: ruleId, mode, steps }: Rule,
  run: { readonly id: string; readonly rowId: number; readonly conversationId: string | null },
): void {
  insertRuleRun(db, ruleId, {
    ...run,
    messageRow: run.rowId,
    at: clock.now(),
    isLogged: mode === 'log',
    steps,
  });
}
