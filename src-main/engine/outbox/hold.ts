/*
 * The undo time: a reply is held for ten seconds (setting `undoSeconds`, default in store/settings.ts) before it is sent. Until
 * then `cancelReply` takes it back and `sendHeldNow` ends the wait, both in agentActions.ts.
 */
import type { EngineContext } from '../context/context.ts';
import type { OutboxRow, RowWith } from '../store/outboxRow.ts';
import { applyTransition } from './applyTransition.ts';
import { release } from './transitions.ts';

/** How a reply enters the outbox at `now`: held for `undoMs` milliseconds, or queued where that is 0. */
export function toFirstStatus(
  undoMs: number,
  now: number,
): Pick<OutboxRow, 'status' | 'readyAt' | 'nextAttemptAt'> {
  const until = now + undoMs;
  return undoMs === 0
    ? { status: { kind: 'queued', confirmedMissing: false }, readyAt: now, nextAttemptAt: now }
    : { status: { kind: 'held', until }, readyAt: until, nextAttemptAt: null };
}

/** Queues replies whose undo time is over. */
export function releaseHeld(ctx: EngineContext, rows: readonly RowWith<'held'>[], now: number): void {
  for (const row of rows) applyTransition(ctx, row, { transition: release(now) });
}
