import type { AppError } from '../../../shared/errors.ts';
import type { EngineContext } from '../context.ts';
import { getOutboxRow, isLinked, moveOutboxRow, type OutboxChange, type OutboxRow } from '../store/outbox.ts';
import { inTransaction } from '../store/sql.ts';
import { applyChange, tellOf } from './applyChange.ts';
import { nextTryAt } from './backoff.ts';
import { decideAfterAttempt, toUnknownChange } from './decide.ts';
import { findEarlierAttempt } from './look.ts';

/** Sends one queued answer. The attempt is on disk before the first byte leaves, so that a crash cannot hide it. */
export async function attemptSend(ctx: EngineContext, row: OutboxRow): Promise<void> {
  if (row.wasUnknown) {
    const found = await findEarlierAttempt(ctx, row);
    if (!found.ok) postpone(ctx, row, found.error);
    if (!found.ok || found.value) return;
  }
  const now = ctx.clock.now();
  const claimed = inTransaction(ctx.db, () =>
    moveOutboxRow(ctx.db, row.id, 'queued', {
      state: 'sending',
      attempts: row.attempts + 1,
      attemptedAt: now,
      nextAttemptAt: null,
    }),
  );
  const sending = claimed ? getOutboxRow(ctx.db, row.id) : null;
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

function postpone(ctx: EngineContext, row: OutboxRow, error: AppError): void {
  const nextAttemptAt = nextTryAt(error, row.attempts, ctx.clock.now());
  applyChange(ctx, row, { change: { state: 'queued', nextAttemptAt, error } });
}

function send(ctx: EngineContext, row: OutboxRow) {
  if (row.channel === 'dm') return ctx.x.sendDm({ text: row.text, participantId: row.personId });
  if (row.inReplyTo === null) throw new Error(`The public answer ${row.id} answers no post`);
  return ctx.x.createReply({ text: row.text, inReplyTo: row.inReplyTo });
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
