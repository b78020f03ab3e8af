import { MAX_RULE_DEPTH, type Rule } from '#shared/domain/rule.ts';
import { ok } from '#shared/result.ts';
import { toErrorMessage } from '#shared/toErrorMessage.ts';
import { atOnce } from '../context/atOnce.ts';
import type { EngineContext } from '../context/context.ts';
import { type CompiledRule, getCompiledRules, withTrigger } from '../conversations/compiledRules.ts';
import { isHitWanted, isScoreWanted, toOpen } from '../conversations/noteForRules.ts';
import { type RuleFacts, toSpoken } from '../conversations/ruleConditions.ts';
import type { Db } from '../store/open.ts';
import {
  deleteRuleEvent,
  hasRuleEvents,
  listRuleEvents,
  type RuleEvent,
  type StoredEvent,
} from '../store/ruleEvents.ts';
import { getSpoken, listConversationFacts } from '../store/ruleFacts.ts';
import { getSurvey } from '../store/surveys.ts';
import { isQuiet } from '../store/timedRules.ts';
import { findProblem } from './findProblem.ts';
import { runForHit } from './runForHit.ts';
import { runRule } from './runRule.ts';

/** So many events are looked at in one go, so that no call of a window waits for it. */
const AT_ONCE = 20;

/**
 * Runs the rules for the events that have waited longest, each event in a transaction with the note that it is done: after a crash it
 * is looked at again, and none twice. Returns whether there are more.
 */
export function runRules(ctx: EngineContext): boolean {
  for (const event of listRuleEvents(ctx.db, AT_ONCE)) {
    try {
      atOnce(ctx, (inner) => {
        deleteRuleEvent(inner.db, event.id);
        runFor(inner, event);
        return ok(null);
      });
    } catch (cause) {
      // What fails once fails again: the events behind it must not wait for ever.
      ctx.log('rules.failed', { cause: toErrorMessage(cause) });
      deleteRuleEvent(ctx.db, event.id);
    }
  }
  return hasRuleEvents(ctx.db);
}

/** Runs the rules that an event concerns from the top down, each on what those above it have left. */
function runFor(ctx: EngineContext, noted: RuleEvent): void {
  const { conversationId, messageRow, at, event } = noted;
  if (event === null || event.chain.length >= MAX_RULE_DEPTH) return;
  if (event.kind === 'hit') {
    if (messageRow !== null) runForHit(ctx, { messageRow, at, rules: listConcerned(ctx.db, event) });
  } else if (conversationId !== null && !isOver(ctx.db, conversationId, event)) {
    runInConversation(ctx, { ...noted, conversationId, event });
  }
}

/** Whether something happened since it was noted. */
function isOver(db: Db, conversationId: string, event: StoredEvent): boolean {
  if ('since' in event) return !isQuiet(db, event.kind, { conversationId, since: event.since });
  // A later score is an event of its own.
  return event.kind === 'score' && getSurvey(db, event.surveyId)?.score !== event.score;
}

interface EventInConversation extends RuleEvent {
  readonly conversationId: string;
  readonly event: StoredEvent;
}

function runInConversation(
  ctx: EngineContext,
  { conversationId, messageRow, at, event }: EventInConversation,
): void {
  const spoken = getSpoken(ctx.db, conversationId, messageRow);
  if (!spoken) return;
  const common = { spoken: toSpoken(spoken), isOpen: toOpen(ctx.db, at) };
  const seenThrough = messageRow === null ? undefined : `${spoken.kind}-${spoken.xId}`;
  for (const { rule, holds } of listConcerned(ctx.db, event)) {
    const facts = toFacts(ctx.db, conversationId, common);
    if (!facts || !holds(facts) || findProblem(ctx.db, rule)) continue;
    runRule(ctx, rule, { id: conversationId, seenThrough, ...toOrigin(event) });
    if (rule.stops && rule.mode === 'on') return;
  }
}

/** What a run remembers of what led to it. */
const toOrigin = (event: StoredEvent) =>
  event.kind === 'score' ? { chain: event.chain, surveyId: event.surveyId } : { chain: event.chain };

/** Those that the event concerns and that have not led to it themselves. */
function listConcerned(db: Db, event: StoredEvent): CompiledRule[] {
  const rules = getCompiledRules(db).filter(({ rule }) => !event.chain.includes(rule.id));
  if (event.kind === 'tagged') return rules.filter(({ rule }) => isTagWanted(rule, event.tags));
  if (event.kind === 'hit') return rules.filter(({ rule }) => isHitWanted(rule, event));
  if (event.kind === 'score') return rules.filter(({ rule }) => isScoreWanted(rule, event));
  if ('since' in event)
    return withTrigger(rules, event.kind).filter(({ rule }) => event.rules.includes(rule.id));
  return event.isFirst ? withTrigger(rules, 'newConversation', 'message') : withTrigger(rules, 'message');
}

const isTagWanted = ({ when }: Rule, tags: readonly string[]): boolean =>
  when.kind === 'tagAdded' && tags.includes(when.tag);

function toFacts(db: Db, conversationId: string, common: Omit<RuleFacts, 'conversation'>): RuleFacts | null {
  const [conversation] = listConversationFacts(db, [conversationId]);
  return conversation ? { conversation, ...common } : null;
}
