import type { Activity, ActivityKind } from '#shared/domain/activity.ts';
import type { EngineContext } from '../context/context.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { summarise } from '../conversations/summarise.ts';
import { moveOutboxRow, type OutboxChange } from '../store/outbox.ts';
import type { OutboxRow } from '../store/outboxRow.ts';
import { storeSentMessage } from '../store/sentMessages.ts';
import { getSettings } from '../store/settings.ts';
import { inTransaction } from '../store/sql.ts';
import { toSnowflakeTime } from '../x/snowflake.ts';

/** What a step is written down as; nothing for the steps that only Perch cares about. */
export interface Step {
  readonly change: OutboxChange;
  readonly activity?: ActivityKind;
  /** Who did it; the author of the answer when absent. */
  readonly agent?: string;
  readonly facts?: Activity['facts'];
  /** More to do in the same transaction. */
  readonly also?: () => void;
}

/**
 * Moves an answer one step on in one transaction and tells of it; false where it had already moved on otherwise, in
 * which case nothing has changed.
 */
export function applyChange(ctx: EngineContext, row: OutboxRow, step: Step): boolean {
  const moved = inTransaction(ctx.db, () => {
    if (!moveOutboxRow(ctx.db, row.id, row.state, step.change)) return false;
    if (step.change.xId) storeSent(ctx, row, step.change.xId);
    step.also?.();
    if (step.activity) record(ctx, row, step, step.activity);
    summarise(ctx.db, [row.conversationId], getSettings(ctx.db));
    return true;
  });
  if (moved) tellOf(ctx, row, step.change.dismissed ? 'removed' : step.change.state);
  return moved;
}

/** Tells everybody that an answer, and so its conversation, has changed. */
export function tellOf(
  ctx: Pick<EngineContext, 'emit'>,
  row: Pick<OutboxRow, 'id' | 'conversationId'>,
  state: OutboxRow['state'] | 'removed',
): void {
  const { id, conversationId } = row;
  ctx.emit({ name: 'outbox.changed', params: { id, conversationId, state } });
  ctx.emit({ name: 'conversations.changed', params: { ids: [conversationId] } });
}

/** Writes down what happened to an answer; call it in a transaction. */
export function record(
  ctx: EngineContext,
  row: Pick<OutboxRow, 'id' | 'conversationId' | 'channel' | 'agent'>,
  { agent = row.agent, facts = {} }: Pick<Step, 'agent' | 'facts'>,
  kind: ActivityKind,
): void {
  const { conversationId } = row;
  recordActivity(ctx, {
    kind,
    agent,
    conversationId,
    facts: { outboxId: row.id, channel: row.channel, ...facts },
  });
}

function storeSent(ctx: EngineContext, row: OutboxRow, xId: string): void {
  const account = ctx.account();
  if (!account) return;
  const now = ctx.clock.now();
  const { personId, conversationId, text, inReplyTo } = row;
  const kind = row.channel === 'dm' ? 'dm' : 'post';
  const sent = { kind, xId, accountId: account.id, personId, conversationId, text, inReplyTo } as const;
  storeSentMessage(ctx.db, { ...sent, at: toSnowflakeTime(xId) }, now);
}
