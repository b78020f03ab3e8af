/*
 * The undo time: a reply is held for ten seconds (setting `undoSeconds`, default in store/settings.ts) before it is sent. Until
 * then `cancelReply` takes it back and `sendHeldNow` ends the wait, both in agentActions.ts.
 */
import type { Clock } from '#shared/clock.ts';
import type { EngineContext } from '../context/context.ts';
import { hasStatus, type OutboxRow, type RowWith } from '../store/outboxRow.ts';
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

/**
 * Returns a function that gives held replies the end of their undo time by the elapsed time, where the wall clock was set
 * forward meanwhile. What is stored stays: by it a reply that was ready before a sleep still counts as old.
 */
export function createHoldTimer({ now, elapsedMs }: Clock): (rows: readonly OutboxRow[]) => OutboxRow[] {
  let ends = new Map<string, number>();
  return (rows) => {
    const held = rows.filter((row) => hasStatus(row, 'held'));
    ends = new Map(held.map(({ id, status }) => [id, ends.get(id) ?? elapsedMs() + status.until - now()]));
    return rows.map((row) => {
      const endsAt = ends.get(row.id);
      if (endsAt === undefined || !hasStatus(row, 'held')) return row;
      const until = Math.max(row.status.until, now() + endsAt - elapsedMs());
      return { ...row, status: { ...row.status, until } };
    });
  };
}
