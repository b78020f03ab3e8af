import type { Priority, SettableStatus } from '#shared/domain/conversation.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { MINUTE_MS } from '#shared/time.ts';
import type { EngineContext } from '../context/context.ts';
import {
  toAssignment,
  toPriority,
  toRuledOut,
  toSnooze,
  toStatusChange,
} from '../conversations/agentChanges.ts';
import {
  type ChangedBy,
  changeConversation,
  type Target,
  type ToChange,
} from '../conversations/changeConversation.ts';
import { tagConversation } from '../conversations/tagConversation.ts';
import { listKnownTagIds } from '../store/tags.ts';

/** What macros and rules do to a conversation. What is null or empty is left as it is. */
export interface ConversationSteps {
  /** The ids of tags. */
  readonly addTags: readonly string[];
  readonly removeTags: readonly string[];
  /** The id of an agent, or null for nobody. */
  readonly assignee: { readonly agent: string | null } | null;
  readonly priority: Priority | null;
  /** Whether a survey is ruled out, or allowed again; macros have no such step. */
  readonly survey?: 'no' | 'yes' | null;
  readonly status: SettableStatus | null;
  readonly snoozeMinutes: number | null;
}

/** What became of steps: whether they changed something, and what the first one failed with that was refused. */
export interface Applied {
  readonly hasChanged: boolean;
  readonly error: AppError | null;
}

/**
 * Does these steps one after the other until one is refused, which leaves those before it done. Tags that were deleted since are left
 * out. A status or a snooze comes last, since only these can be refused, for what nobody has seen.
 */
export function applySteps(
  ctx: EngineContext,
  steps: ConversationSteps,
  target: Target,
  by: ChangedBy,
): Applied {
  const add = listKnownTagIds(ctx.db, steps.addTags);
  const tagged = tagConversation(ctx, { id: target.id, add, remove: steps.removeTags }, by);
  if (!tagged.ok) return { hasChanged: false, error: tagged.error };
  let hasChanged = tagged.value.activityId !== undefined;
  for (const toChange of toChanges(ctx, steps)) {
    const changed = toChange.ok ? changeConversation(ctx, target, toChange.value, by) : toChange;
    if (!changed.ok) return { hasChanged, error: changed.error };
    hasChanged ||= changed.value.activityId !== undefined;
  }
  return { hasChanged, error: null };
}

function toChanges(
  ctx: EngineContext,
  { assignee, priority, survey = null, status, snoozeMinutes }: ConversationSteps,
): Result<ToChange, AppError>[] {
  const changes: Result<ToChange, AppError>[] = [];
  if (assignee !== null) changes.push(ok(toAssignment(ctx, assignee.agent)));
  if (priority !== null) changes.push(ok(toPriority(ctx, priority)));
  if (survey !== null) changes.push(ok(toRuledOut(ctx, survey === 'no')));
  if (status !== null) changes.push(ok(toStatusChange(ctx, status)));
  if (snoozeMinutes !== null) changes.push(toSnooze(ctx, ctx.clock.now() + snoozeMinutes * MINUTE_MS));
  return changes;
}
