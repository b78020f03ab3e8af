import type { AppError } from '#shared/errors.ts';
import type { EngineContext } from '../context/context.ts';
import { getOutboxRow, isLinked, moveOutboxRow, type OutboxChange } from '../store/outbox.ts';
import type { OutboxRow } from '../store/outboxRow.ts';
import { inTransaction } from '../store/sql.ts';
import { applyChange, tellOf } from './applyChange.ts';
import { nextTryAt } from './backoff.ts';
import { decideAfterAttempt, isFoundMissing, toAskChange, toUnknownChange } from './decide.ts';
import { findChange, type LookAgainReason } from './findChange.ts';
import { findEarlierAttempt, linkStoredReplies } from './look.ts';
import { lookAfterLongWait } from './lookAfterLongWait.ts';

/** A look that failed is repeated as slowly as a third attempt: nothing of the answer itself has failed. */
const LOOK_BACKOFF = 3;

/**
 * Sends one queued answer. The attempt is on disk before the first byte leaves, so that a crash cannot hide it.
 * An answer whose conversation has moved on waits for an agent's word instead.
 */
export async function attemptSend(ctx: EngineContext, row: OutboxRow): Promise<void> {
  if (row.wasUnknown) {
    const found = await findEarlierAttempt(ctx, row);
    if (!found.ok && !mayGoUnseen(row, found.error)) return giveBack(ctx, row, found.error);
    if (found.ok && found.value) return;
  }
  const seen = await lookAfterLongWait(ctx, row);
  if (!seen.ok) return hinder(ctx, row, seen.error);
  linkStoredReplies(ctx);
  const change = findChange(ctx.db, row);
  if (change) return stop(ctx, row, change);
  const sending = claim(ctx, row);
  if (!sending) return;
  tellOf(ctx, sending, 'sending');
  const answer = await send(ctx, sending);
  conclude(ctx, sending, decideAfterAttempt(sending, answer, ctx.clock.now()));
}

/** Turns attempts that were cut off into ones of unknown outcome. */
export function giveUpCutAttempts(ctx: EngineContext, rows: readonly OutboxRow[]): void {
  for (const row of rows) {
    if (row.state === 'sending') conclude(ctx, row, toUnknownChange(row.attemptedAt ?? ctx.clock.now()));
  }
}

function claim(ctx: EngineContext, row: OutboxRow): OutboxRow | null {
  const claimed = inTransaction(ctx.db, () =>
    moveOutboxRow(ctx.db, row.id, 'queued', {
      state: 'sending',
      attempts: row.attempts + 1,
      attemptedAt: ctx.clock.now(),
      nextAttemptAt: null,
    }),
  );
  return claimed ? getOutboxRow(ctx.db, row.id) : null;
}

// What X does not let Perch look at, an agent has to look at; all other hindrances pass.
function hinder(ctx: EngineContext, row: OutboxRow, error: AppError): void {
  if (error.code === 'engineGone') return;
  if (isLasting(error)) stop(ctx, row, 'longWait');
  else postpone(ctx, row, error);
}

// An agent has looked where Perch may not.
function mayGoUnseen(row: OutboxRow, { code }: AppError): boolean {
  return code === 'refusedByX' && isFoundMissing(row);
}

// Without a look only an agent can say whether it has arrived.
function giveBack(ctx: EngineContext, row: OutboxRow, error: AppError): void {
  if (error.code !== 'refusedByX') postpone(ctx, row, error);
  else applyChange(ctx, row, { change: toAskChange(), activity: 'replyUnknown' });
}

function isLasting({ code }: AppError): boolean {
  return code === 'budgetSpent' || code === 'outOfCredits' || code === 'refusedByX';
}

function stop(ctx: EngineContext, row: OutboxRow, reason: LookAgainReason): void {
  ctx.log('outbox.stopped', { id: row.id, reason });
  applyChange(ctx, row, {
    change: { state: 'held', heldUntil: null, nextAttemptAt: null, error: { code: 'lookAgain', reason } },
    activity: 'replyStopped',
    facts: { reason },
  });
}

function postpone(ctx: EngineContext, row: OutboxRow, error: AppError): void {
  const nextAttemptAt = nextTryAt(error, Math.max(row.attempts, LOOK_BACKOFF), ctx.clock.now());
  applyChange(ctx, row, { change: { state: 'queued', nextAttemptAt, error } });
}

function send(ctx: EngineContext, row: OutboxRow) {
  const { text, personId, inReplyTo, conversationId } = row;
  const purpose = { source: 'answers', conversationId };
  if (row.channel === 'dm') return ctx.x.sendDm({ text, participantId: personId }, purpose);
  if (inReplyTo === null) throw new Error(`The public answer ${row.id} answers no post`);
  return ctx.x.createReply({ text, inReplyTo }, purpose);
}

function conclude(ctx: EngineContext, row: OutboxRow, change: OutboxChange): void {
  const detail = change.error?.code ?? '';
  ctx.log('outbox.attempted', { id: row.id, state: change.state, error: detail });
  switch (change.state) {
    case 'sent':
      concludeSent(ctx, row, change);
      return;
    case 'refused':
      applyChange(ctx, row, { change, activity: 'replyRefused', facts: { error: detail } });
      return;
    case 'unknown':
      applyChange(ctx, row, { change, activity: 'replyUnknown' });
      return;
    default:
      applyChange(ctx, row, { change });
  }
}

// X gives out an id once; an id that another answer bears would be a lie of X's, which must not stop the outbox.
function concludeSent(ctx: EngineContext, row: OutboxRow, change: OutboxChange): void {
  const taken = change.xId ? isLinked(ctx.db, row.channel, change.xId) : false;
  const xId = taken ? null : (change.xId ?? null);
  applyChange(ctx, row, { change: { ...change, xId }, activity: 'replySent', facts: { xId } });
}
