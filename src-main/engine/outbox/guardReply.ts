import type { AppError } from '#shared/errors.ts';
import { type GuardCode, refusingGuards, type Warning } from '#shared/guards.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { checkGuards } from '../guards/checkGuards.ts';
import type { GuardedReply } from '../guards/guard.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { listOverruled } from '../store/guardActivities.ts';
import type { OutboxRow } from '../store/outboxRow.ts';

/**
 * Whether the guards let a reply into the outbox. Returns those that warned and were overruled. Error `guardRefused`: a refusal is
 * recorded as an activity.
 */
export function guardReply(
  ctx: EngineContext,
  reply: GuardedReply,
  overruled: readonly GuardCode[],
): Result<GuardCode[], AppError> {
  const codes = [...new Set([...refusingGuards, ...overruled])];
  const warnings = checkGuards(ctx, reply, codes);
  const refused = warnings.filter(({ code }) => refusingGuards.includes(code) && !overruled.includes(code));
  if (refused.length === 0) return ok(warnings.map(({ code }) => code));
  recordActivity(ctx, {
    kind: 'guardRefused',
    agent: getCurrentAgent(ctx.db).id,
    conversationId: reply.conversationId,
    facts: { channel: reply.channel, codes: refused.map(({ code }) => code) },
  });
  return err({ code: 'guardRefused', warnings: refused });
}

/**
 * What is against sending a reply of the outbox that nobody has overruled. It covers whatever comes into the outbox by another way than
 * `replies.send`: from an older Perch, a copy of the store, or under other settings.
 */
export function findRefusal(
  ctx: Pick<EngineContext, 'db' | 'clock'>,
  row: OutboxRow,
): Extract<AppError, { code: 'guardRefused' }> | null {
  const reply = { ...row, seenUntil: row.seenUntil ?? 0 };
  const warnings: Warning[] = checkGuards(ctx, reply, refusingGuards);
  if (warnings.length === 0) return null;
  const overruled = listOverruled(ctx.db, row.conversationId, row.id);
  const refused = warnings.filter(({ code }) => !overruled.includes(code));
  return refused.length === 0 ? null : { code: 'guardRefused', warnings: refused };
}
