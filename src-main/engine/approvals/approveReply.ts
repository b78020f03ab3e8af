import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { atOnce } from '../context/atOnce.ts';
import type { EngineContext } from '../context/context.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { findUses } from '../library/findUses.ts';
import { type PreparedReply, prepareReply, storeReply } from '../outbox/enqueueReply.ts';
import { getCurrentAgent } from '../store/agents.ts';
import {
  getApproval,
  type StoredApproval,
  setApproved,
  toColleague,
  type WrittenReply,
} from '../store/approvals.ts';
import { listDrafts, saveDraft } from '../store/drafts.ts';
import { listReplyUses } from '../store/replyUses.ts';
import { emitApproval } from './askForApproval.ts';
import { findSince } from './toContractApproval.ts';

type Input = EngineParsed<'approvals.approve'>;
type Output = EngineOutput<'approvals.approve'>;

/**
 * Takes a waiting reply into the outbox as its author's, in one transaction: a crash leaves it waiting or approved. All checks of
 * `enqueueReply` are made for what goes out; if one fails it waits on. Errors: its own, `ownReply` and `conversationChanged`.
 */
export function approveReply(ctx: EngineContext, input: Input): Result<Output, AppError> {
  const approval = findWaiting(ctx, input.id);
  if (!approval.ok) return approval;
  const { agent, conversationId, reply } = approval.value;
  if (agent === getCurrentAgent(ctx.db).id) return err({ code: 'ownReply' });
  const since = findSince(ctx.db, approval.value);
  if (since !== null && !input.despite) return err({ code: 'conversationChanged', reason: since });
  const final = toFinal(reply, input);
  // Before the transaction, which would take back that a guard has refused it.
  const prepared = prepareReply(ctx, final, toColleague(ctx.db, agent));
  if (!prepared.ok) return prepared;
  const approved = atOnce(ctx, (inner) => takeIntoOutbox(inner, approval.value, final, prepared.value));
  if (approved.ok) emitApproval(ctx, { id: input.id, conversationId });
  return approved;
}

/** A reply that waits, with what was written. */
type Waiting = StoredApproval & { readonly reply: WrittenReply };

/** The reply with this id that waits for an approval. Errors: `notFound`, and `wrongState` for one that waits no longer. */
export function findWaiting({ db }: Pick<EngineContext, 'db'>, id: string): Result<Waiting, AppError> {
  const approval = getApproval(db, id);
  if (!approval) return err({ code: 'notFound', what: 'approval', id });
  const { reply, state } = approval;
  if (state !== 'waiting') return err({ code: 'wrongState', id, state });
  return reply === null ? err({ code: 'wrongState', id, state: 'damaged' }) : ok({ ...approval, reply });
}

// The approver decides by the conversation as it is now.
function toFinal(reply: WrittenReply, { text = reply.text, overrule, seenThrough }: Input): WrittenReply {
  return { ...reply, text, overrule, seenThrough };
}

function takeIntoOutbox(
  ctx: EngineContext,
  approval: Waiting,
  final: WrittenReply,
  prepared: PreparedReply,
): Result<Output, AppError> {
  const { id, agent: author, conversationId, reply } = approval;
  const draft = listDrafts(ctx.db, conversationId).find(({ channel }) => channel === reply.channel);
  const uses = { ...findUses(ctx, final), earlier: listReplyUses(ctx.db, id) };
  const outboxId = storeReply(ctx, final, { ...prepared, uses, agent: author });
  // Somebody may have begun another reply while this one waited.
  if (draft) saveDraft(ctx.db, { ...draft, conversationId }, draft.updatedAt);
  const { id: agent } = getCurrentAgent(ctx.db);
  if (!setApproved(ctx.db, id, outboxId, agent)) return err({ code: 'wrongState', id, state: 'ended' });
  const edit = final.text === reply.text ? {} : { before: reply.text, text: final.text };
  const facts = { approvalId: id, outboxId, channel: reply.channel, author, ...edit };
  recordActivity(ctx, { kind: 'replyApproved', agent, conversationId, facts });
  return ok({ outboxId });
}
