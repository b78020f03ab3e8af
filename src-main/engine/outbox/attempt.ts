import type { AppError, StopReason } from '#shared/errors.ts';
import { err } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { getOutboxRow, isLinked, type Transition, updateOutboxRow } from '../store/outbox.ts';
import { hasStatus, type OutboxRow, type RowWith } from '../store/outboxRow.ts';
import { inTransaction } from '../store/sql.ts';
import type { SendFailure } from '../x/xClient.ts';
import { applyTransition, emitChanged } from './applyTransition.ts';
import { checkBeforeSending } from './checkBeforeSending.ts';
import type { EarlierReplies } from './earlierReplies.ts';
import { purposeOf } from './fetchCandidates.ts';
import { findConflict } from './findConflict.ts';
import { applyDelivery, isBegun } from './parts.ts';
import {
  afterAttempt,
  afterLostResponse,
  beginAttempt,
  leaveToAgent,
  postpone,
  refuse,
  stop,
} from './transitions.ts';
import { forgetUploads, type NotUploaded, noFiles, uploadFiles } from './uploads.ts';

/**
 * Sends a queued reply that is due, unless a check speaks against it. The attempt is on disk before the first byte leaves,
 * so a crash cannot hide it.
 */
export async function attemptSend(
  ctx: EngineContext,
  row: RowWith<'queued'>,
  earlier: EarlierReplies,
): Promise<void> {
  const verdict = await checkBeforeSending(ctx, row, earlier);
  switch (verdict.kind) {
    case 'send':
      return row.attachments.length === 0 ? send(ctx, row) : uploadAndSend(ctx, row);
    case 'stop':
      stopReply(ctx, row, verdict.reason);
      return;
    case 'refuse':
      refuseReply(ctx, row, verdict.error);
      return;
    case 'postpone':
      applyTransition(ctx, row, { transition: postpone(row, verdict.error, ctx.clock.now()) });
      return;
    case 'leaveToAgent':
      applyTransition(ctx, row, { transition: leaveToAgent(), activity: 'replyUnknown' });
      return;
    case 'leave':
      return;
  }
}

/** Makes attempts unknown that nobody waits for any more: a crash cut them off, or their end could not be stored. */
export function giveUpCutAttempts(ctx: EngineContext, rows: readonly OutboxRow[]): void {
  for (const row of rows) {
    if (hasStatus(row, 'sending')) conclude(ctx, row, afterLostResponse(row, ctx.clock.now()));
  }
}

function stopReply(ctx: EngineContext, row: RowWith<'queued'>, reason: StopReason): void {
  ctx.log('outbox.stopped', { id: row.id, reason });
  applyTransition(ctx, row, { transition: stop(row, reason), activity: 'replyStopped', facts: { reason } });
}

function refuseReply(ctx: EngineContext, row: RowWith<'queued'>, error: AppError): void {
  const facts = { error: error.code };
  applyTransition(ctx, row, { transition: refuse(row, error), activity: 'replyRefused', facts });
}

// The conversation may change while a large picture is on its way.
async function uploadAndSend(ctx: EngineContext, row: RowWith<'queued'>): Promise<void> {
  const uploaded = await uploadFiles(ctx, row);
  if (!uploaded.ok) {
    afterFailedUpload(ctx, row, uploaded.error);
    return;
  }
  const reason = findConflict(ctx.db, row);
  if (reason === null) await send(ctx, row, uploaded.value);
  else stopReply(ctx, row, reason);
}

function afterFailedUpload(ctx: EngineContext, row: RowWith<'queued'>, failure: NotUploaded): void {
  switch (failure.kind) {
    case 'refused':
      refuseReply(ctx, row, failure.error);
      return;
    case 'failed':
      if (failure.error.code === 'engineGone') return;
      applyTransition(ctx, row, { transition: postpone(row, failure.error, ctx.clock.now()) });
      return;
    case 'processing':
      applyTransition(ctx, row, { transition: { status: row.status, nextAttemptAt: failure.checkAt } });
      return;
    case 'cancelled':
      return;
  }
}

async function send(ctx: EngineContext, row: RowWith<'queued'>, uploaded = noFiles): Promise<void> {
  const sending = claim(ctx, row);
  if (!sending) return;
  emitChanged(ctx, sending, sending.status);
  const response = await callX(ctx, sending, uploaded.mediaIds);
  const isStale = uploaded.isReused && !response.ok && isUploadUnknown(response.error);
  if (isStale) forgetUploads(ctx, row);
  const result = isStale ? err({ ...response.error, outcome: 'notSent' as const }) : response;
  conclude(ctx, sending, afterAttempt(sending, result, ctx.clock.now()));
}

// X has not posted anything then.
function isUploadUnknown({ outcome, error }: SendFailure): boolean {
  return outcome === 'refused' && error.code === 'refusedByX' && /media ids?\b.*invalid/i.test(error.detail);
}

function claim(ctx: EngineContext, row: RowWith<'queued'>): RowWith<'sending'> | null {
  const isClaimed = inTransaction(ctx.db, () =>
    updateOutboxRow(ctx.db, row.id, 'queued', beginAttempt(row, ctx.clock.now())),
  );
  const claimed = isClaimed ? getOutboxRow(ctx.db, row.id) : null;
  return claimed && hasStatus(claimed, 'sending') ? claimed : null;
}

function callX(ctx: EngineContext, row: OutboxRow, mediaIds: readonly string[]) {
  const { id, channel, text, personId, inReplyTo, excludeMentions } = row;
  const purpose = { ...purposeOf(row), ...(isBegun(row) ? { repliesToSelf: true as const } : {}) };
  if (channel === 'dm') return ctx.x.sendDm({ text, participantId: personId, mediaId: mediaIds[0] }, purpose);
  if (inReplyTo === null) throw new Error(`The public reply ${id} has no post to reply to`);
  return ctx.x.createReply({ text, inReplyTo, mediaIds, excludeMentions }, purpose);
}

function conclude(ctx: EngineContext, row: RowWith<'sending'>, transition: Transition): void {
  const { kind } = transition.status;
  const error = transition.error?.code ?? '';
  ctx.log('outbox.attempted', { id: row.id, state: kind, error });
  switch (kind) {
    case 'sent': {
      const xId = toFreeId(ctx, row, transition);
      applyDelivery(ctx, row, xId, { activity: 'replySent', facts: { xId } });
      return;
    }
    case 'refused':
      applyTransition(ctx, row, { transition, activity: 'replyRefused', facts: { error } });
      return;
    case 'unknown':
      applyTransition(ctx, row, { transition, activity: 'replyUnknown' });
      return;
    default:
      applyTransition(ctx, row, { transition });
  }
}

// X ids are unique: if another reply already has this one, the reply is sent without an id rather than failing.
function toFreeId(ctx: EngineContext, { channel }: OutboxRow, { xId = null }: Transition): string | null {
  return xId !== null && isLinked(ctx.db, channel, xId) ? null : xId;
}
