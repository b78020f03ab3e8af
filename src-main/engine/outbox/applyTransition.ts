import type { Activity, ActivityKind } from '#shared/domain/activity.ts';
import { toMessageKind } from '#shared/domain/message.ts';
import { type ReplyStatus, toDeprecatedStatus } from '#shared/domain/reply.ts';
import type { EngineContext } from '../context/context.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { summarise } from '../conversations/summarise.ts';
import { countCannedUses } from '../store/cannedUses.ts';
import { endReopening, reopenForReply } from '../store/conversationChanges.ts';
import { type Transition, updateOutboxRow } from '../store/outbox.ts';
import type { OutboxRow } from '../store/outboxRow.ts';
import { storeSentMessage } from '../store/sentMessages.ts';
import { inTransaction } from '../store/sql.ts';
import { toSnowflakeTime } from '../x/snowflake.ts';
import { toSurveyStep } from './surveyStep.ts';

/** A transition and what is recorded about it. */
export interface Step {
  readonly transition: Transition;
  /** Absent for steps that concern only Perch, such as another attempt. */
  readonly activity?: ActivityKind;
  /** Whose step it is; the author of the reply when absent. */
  readonly agent?: string;
  readonly facts?: Activity['facts'];
  /** More work for the same transaction. */
  readonly also?: () => void;
}

/**
 * Stores a step of a reply in one transaction: status, sent message, activity and the summary of its conversation. Then
 * emits the change. Returns false, and changes nothing, where the reply's status has changed since `row` was read.
 */
export function applyTransition(ctx: EngineContext, row: OutboxRow, given: Step): boolean {
  const step = row.surveyId === null ? given : toSurveyStep(given);
  const { transition, activity, also } = step;
  let counted = 0;
  const isApplied = inTransaction(ctx.db, () => {
    if (!updateOutboxRow(ctx.db, row.id, row.status.kind, transition)) return false;
    if (transition.xId) storeSent(ctx, row, transition.xId);
    if (transition.status.kind === 'sent') counted = countCannedUses(ctx.db, row.id, ctx.clock.now());
    also?.();
    if (activity) recordReplyActivity(ctx, row, activity, step);
    updateReopening(ctx, row, step);
    summarise(ctx, [row.conversationId]);
    return true;
  });
  if (!isApplied) return false;
  emitChanged(ctx, row, transition.dismissed ? 'removed' : transition.status);
  if (counted > 0) ctx.emit({ name: 'library.changed', params: {} });
  if (step.agent === undefined) emitNeed(ctx, row, transition);
  return true;
}

// Without an agent's doing only: whoever decides about a reply sees its conversation.
function emitNeed({ emit }: EngineContext, { id, conversationId }: OutboxRow, transition: Transition): void {
  const kind = toDecision(transition);
  if (kind !== null) emit({ name: 'outbox.needsDecision', params: { id, conversationId, kind } });
}

// What an agent does with a conversation after that stays, since nothing repeats it until the next failure.
function updateReopening(ctx: EngineContext, row: OutboxRow, { agent, transition }: Step): void {
  const { conversationId, createdAt: writtenAt } = row;
  if (toDecision(transition) === null) {
    const { kind } = transition.status;
    if (toDecision(row) !== null && (kind === 'queued' || kind === 'sent'))
      endReopening(ctx.db, conversationId);
  } else if (agent === undefined) {
    const wasAside = reopenForReply(ctx.db, conversationId, { writtenAt, now: ctx.clock.now() });
    if (!wasAside) return;
    const facts = { outboxId: row.id };
    recordActivity(ctx, { kind: 'conversationReopened', agent: null, conversationId, facts });
  }
}

// A reply of unknown outcome needs an agent only once Perch has given up finding it on X.
function toDecision({
  status: { kind },
  nextAttemptAt,
  dismissed,
}: Pick<Transition, 'status' | 'nextAttemptAt' | 'dismissed'>) {
  if (dismissed) return null;
  if (kind !== 'refused' && kind !== 'stopped' && kind !== 'unknown') return null;
  return kind === 'unknown' && nextAttemptAt !== null ? null : kind;
}

/** Emits that a reply, and with it its conversation, has changed. */
export function emitChanged(
  { emit }: Pick<EngineContext, 'emit'>,
  { id, conversationId }: Pick<OutboxRow, 'id' | 'conversationId'>,
  status: ReplyStatus | 'removed',
): void {
  const change =
    status === 'removed'
      ? ({ kind: 'removed', state: 'removed' } as const)
      : { kind: status.kind, state: toDeprecatedStatus(status, null).state };
  emit({ name: 'outbox.changed', params: { id, conversationId, ...change } });
  emit({ name: 'conversations.changed', params: { ids: [conversationId] } });
}

/** Records what happened to a reply; call it in the transaction that makes it happen. */
export function recordReplyActivity(
  ctx: EngineContext,
  row: Pick<OutboxRow, 'id' | 'conversationId' | 'channel' | 'agent'>,
  kind: ActivityKind,
  { agent = row.agent, facts = {} }: Pick<Step, 'agent' | 'facts'> = {},
): void {
  const { conversationId } = row;
  recordActivity(ctx, {
    kind,
    agent,
    conversationId,
    facts: { outboxId: row.id, channel: row.channel, ...facts },
  });
}

/** Stores what X has of a reply as a message; call it in the transaction that marks it as sent. */
export function storeSent(ctx: EngineContext, row: OutboxRow, xId: string): void {
  const account = ctx.account();
  if (!account) return;
  const { personId, conversationId, channel, text, inReplyTo } = row;
  const message = { xId, personId, conversationId, text, inReplyTo };
  storeSentMessage(
    ctx.db,
    { ...message, kind: toMessageKind(channel), accountId: account.id, at: toSnowflakeTime(xId) },
    ctx.clock.now(),
  );
}
