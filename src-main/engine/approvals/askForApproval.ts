import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { findUses, listDraftUses } from '../library/findUses.ts';
import { prepareReply } from '../outbox/enqueueReply.ts';
import { recordGuarded } from '../outbox/guardReply.ts';
import { findAgentId, getCurrentAgent, listAgents } from '../store/agents.ts';
import { insertApproval, type WrittenReply } from '../store/approvals.ts';
import { spendDraft } from '../store/drafts.ts';
import type { Db } from '../store/open.ts';
import { insertReplyUses, type ReplyUses } from '../store/replyUses.ts';
import { inTransaction } from '../store/sql.ts';

/**
 * Keeps a reply until a colleague approves it. When this returns ok, it is safe on disk and the draft of its channel is gone. Errors:
 * those of `enqueueReply`, `noColleague`, `ownReply` and `notFound` (agent).
 */
export function askForApproval(
  ctx: EngineContext,
  { reply, approver: wanted, note }: EngineParsed<'approvals.ask'>,
): Result<EngineOutput<'approvals.ask'>, AppError> {
  const { id: agent } = getCurrentAgent(ctx.db);
  const approver = findApprover(ctx.db, wanted, agent);
  if (!approver.ok) return approver;
  const prepared = prepareReply(ctx, reply);
  if (!prepared.ok) return prepared;
  const { personId, seenThrough, seenUntil, guarded } = prepared.value;
  const { conversationId, channel } = reply;
  const uses = findUses(ctx, reply, listDraftUses(ctx.db, reply));
  const id = ctx.newId();
  const askedAt = ctx.clock.now();
  const seen = { seenThrough: seenThrough ?? 0, seenUntil: seenUntil ?? 0 };
  const row = {
    id,
    conversationId,
    personId,
    agent,
    approver: approver.value,
    note: note ?? null,
    askedAt,
    ...seen,
  };
  inTransaction(ctx.db, () => {
    // What the author overrules now the approver sees again; what warned is counted here.
    insertApproval(ctx.db, { ...row, reply: { ...reply, ...toKept(uses), overrule: [], warned: undefined } });
    insertReplyUses(ctx.db, row, uses.earlier);
    spendDraft(ctx.db, reply, askedAt);
    const facts = { approvalId: id, channel, approver: approver.value };
    recordActivity(ctx, { kind: 'approvalAsked', agent, conversationId, facts });
    recordGuarded(ctx, { conversationId, facts: { approvalId: id, channel } }, guarded);
  });
  emitApproval(ctx, { id, conversationId });
  return ok({ id });
}

// Earlier replies are in a table, where an erasure finds them.
const toKept = ({ canned }: ReplyUses): Pick<WrittenReply, 'cannedIds' | 'replyIds'> => ({
  cannedIds: canned.map(({ cannedId }) => cannedId),
  replyIds: undefined,
});

/** Emits that a reply, and with it its conversation, waits for an approval or does so no longer. */
export function emitApproval(
  { emit }: Pick<EngineContext, 'emit'>,
  { id, conversationId }: { readonly id: string; readonly conversationId: string },
): void {
  emit({ name: 'approvals.changed', params: { id, conversationId } });
  emit({ name: 'conversations.changed', params: { ids: [conversationId] } });
}

/** The id of the agent who is asked; null for anyone. */
function findApprover(db: Db, wanted: string | null, me: string): Result<string | null, AppError> {
  if (listAgents(db).every(({ id }) => id === me)) return err({ code: 'noColleague' });
  if (wanted === null) return ok(null);
  const id = findAgentId(db, wanted);
  if (id === null) return err({ code: 'notFound', what: 'agent', id: wanted });
  return id === me ? err({ code: 'ownReply' }) : ok(id);
}
