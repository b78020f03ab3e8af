import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import { toDeprecatedStatus } from '#shared/domain/reply.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { findSeenByAuthor } from '../conversations/seen.ts';
import { summarise } from '../conversations/summarise.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { getApproval, getApprovalOf, reopenApproval } from '../store/approvals.ts';
import type { Db } from '../store/open.ts';
import { deleteOutboxRow, getOutboxRow } from '../store/outbox.ts';
import { hasStatus, type OutboxRow, toWrittenRest } from '../store/outboxRow.ts';
import { toAttachments } from '../store/replyFiles.ts';
import { takeUses } from '../store/replyUses.ts';
import { getNewestOwn, getNewestWanted } from '../store/seenMessages.ts';
import { inTransaction } from '../store/sql.ts';
import { applyTransition, emitChanged, recordReplyActivity, type Step } from './applyTransition.ts';
import { findRefusal } from './guardReply.ts';
import { applyDelivery } from './parts.ts';
import { returnToDraft } from './returnToDraft.ts';
import { confirm, dismiss, retry, type Seen, sendNow, settleNotSent } from './transitions.ts';

type Done = Result<Record<string, never>, AppError>;
/** What an agent decides about a reply, and how far they have seen its conversation. */
type Decision = EngineParsed<'outbox.confirm'>;
type Returned = Result<EngineOutput<'outbox.cancel'>, AppError>;

/**
 * Takes back a reply that cannot have reached X: held, stopped, or queued without an attempt that may have arrived. Its
 * text becomes the draft again, unless it is of a survey or discarded. Else `notHeld`.
 */
export function cancelReply(ctx: EngineContext, { id, discard }: EngineParsed<'outbox.cancel'>): Returned {
  const row = getEntry(ctx, id);
  if (!row) return notFound(id);
  const { status, conversationId, channel } = row;
  const text = toWrittenRest(row);
  if (status.kind !== 'held' && status.kind !== 'stopped' && (status.kind !== 'queued' || row.wasUnknown)) {
    return err({ code: 'notHeld', id, state: status.kind });
  }
  const { id: agent } = getCurrentAgent(ctx.db);
  const approval = getApprovalOf(ctx.db, id);
  inTransaction(ctx.db, () => {
    deleteOutboxRow(ctx.db, id, status.kind);
    const uses = takeUses(ctx.db, id);
    // What was approved waits for that again, in the words of its author.
    if (approval !== null) reopenApproval(ctx.db, approval.id, 'approved');
    else if (row.surveyId === null && !discard) returnToDraft(ctx, { ...row, text, uses });
    recordReplyActivity(ctx, row, 'replyCancelled', { agent, facts: { text } });
    summarise(ctx, [conversationId]);
  });
  emitChanged(ctx, row, 'removed');
  if (approval) ctx.emit({ name: 'approvals.changed', params: { id: approval.id, conversationId } });
  ctx.services.kickOutbox();
  const whose = {
    ...(row.surveyId === null ? {} : { surveyId: row.surveyId }),
    ...(approval ? { approvalId: approval.id } : {}),
  };
  return ok({ text, channel, ...toAttachments(row), ...whose });
}

/** Ends the undo time of a held reply. */
export function sendHeldNow(ctx: EngineContext, id: string): Done {
  return act(ctx, id, (row) => {
    const { kind } = row.status;
    if (kind === 'held') return ok({ transition: sendNow(ctx.clock.now()) });
    return kind === 'stopped' ? wrongStatus(row) : err({ code: 'notHeld', id, state: kind });
  });
}

/** Sends a stopped reply after all; only what happens from now on stops it again. */
export function confirmReply(ctx: EngineContext, { id, seenThrough }: Decision): Done {
  return act(ctx, id, (row) => {
    if (!hasStatus(row, 'stopped')) return wrongStatus(row);
    const seen = findSeen(ctx.db, row, seenThrough);
    if (!seen.ok) return seen;
    const refusal = findRefusal(ctx, row);
    if (refusal) return err(refusal);
    const transition = confirm(row, seen.value, ctx.clock.now());
    return ok({ transition, activity: 'replyConfirmed' });
  });
}

/** Sends a refused or unknown reply again, unless a last reconciliation finds it on X. */
export function retryReply(ctx: EngineContext, { id, seenThrough }: Decision): Done {
  return act(ctx, id, (row) => {
    if (!hasStatus(row, 'refused') && !hasStatus(row, 'unknown')) return wrongStatus(row);
    const seen = findSeen(ctx.db, row, seenThrough);
    if (!seen.ok) return seen;
    const refusal = findRefusal(ctx, row);
    if (refusal) return err(refusal);
    const transition = retry(row, seen.value, ctx.clock.now());
    return ok({ transition, activity: 'replyRetried' });
  });
}

/** Takes an agent's word for whether an unknown reply is on X; one that is not can be sent again or dismissed. */
export function settleReply(ctx: EngineContext, id: string, outcome: 'sent' | 'notSent'): Done {
  const row = getEntry(ctx, id);
  if (!row) return notFound(id);
  if (!hasStatus(row, 'unknown')) return wrongStatus(row);
  const step = { activity: 'replySettled', agent: getCurrentAgent(ctx.db).id, facts: { outcome } } as const;
  if (outcome === 'sent') applyDelivery(ctx, row, null, step);
  else applyTransition(ctx, row, { ...step, transition: settleNotSent() });
  ctx.services.kickOutbox();
  return ok({});
}

/** Removes a refused reply; its text becomes the draft again, unless it is discarded. */
export function dismissReply(ctx: EngineContext, { id, discard }: EngineParsed<'outbox.dismiss'>): Returned {
  const row = getEntry(ctx, id);
  if (!row) return notFound(id);
  if (!hasStatus(row, 'refused')) return wrongStatus(row);
  const { channel } = row;
  const text = toWrittenRest(row);
  applyTransition(ctx, row, {
    transition: dismiss(row),
    activity: 'replyDismissed',
    agent: getCurrentAgent(ctx.db).id,
    facts: { text },
    also: () => {
      const uses = takeUses(ctx.db, id);
      if (!discard) returnToDraft(ctx, { ...row, text, uses });
    },
  });
  return ok({ text, channel, ...toAttachments(row) });
}

/** Carries out what the agent wants with a reply as far as its status allows, and sends what is due by it. */
function act(
  ctx: EngineContext,
  id: string,
  toStep: (row: OutboxRow) => Result<Omit<Step, 'agent'>, AppError>,
): Done {
  const row = getEntry(ctx, id);
  if (!row) return isWaiting(ctx.db, id) ? awaitingApproval(id) : notFound(id);
  const step = toStep(row);
  if (!step.ok) return step;
  applyTransition(ctx, row, { ...step.value, agent: getCurrentAgent(ctx.db).id });
  ctx.services.kickOutbox();
  return ok({});
}

// Dismissed rows no longer count as outbox entries.
function getEntry(ctx: EngineContext, id: string): OutboxRow | null {
  const row = getOutboxRow(ctx.db, id);
  return row?.dismissed ? null : row;
}

// Agents see the conversation when they decide about a reply in it; what a colleague replied elsewhere is seen in any case.
function findSeen(db: Db, row: OutboxRow, seenThrough: string | undefined): Result<Seen, AppError> {
  const { personId, conversationId: id } = row;
  const seen = findSeenByAuthor(db, { id, personId, seenThrough });
  if (!seen.ok) return seen;
  const newest = Math.max(getNewestWanted(db, personId, seen.value), getNewestOwn(db, personId));
  return ok({ seenUntil: seen.value, seenThrough: newest });
}

// An approval is no entry of the outbox, so nothing here can send it; the error says why.
const isWaiting = (db: Db, id: string) => getApproval(db, id)?.state === 'waiting';

const awaitingApproval = (id: string) => err<AppError>({ code: 'wrongState', id, state: 'awaitingApproval' });

const notFound = (id: string) => err<AppError>({ code: 'notFound', what: 'outboxEntry', id });

const wrongStatus = ({ id, status }: OutboxRow) =>
  err<AppError>({ code: 'wrongState', id, state: toDeprecatedStatus(status, null).state });
