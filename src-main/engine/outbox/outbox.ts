import type { EngineContext } from '../context.ts';
import { followClock } from '../store/followClock.ts';
import { listLiveOutboxRows } from '../store/outboxLists.ts';
import type { OutboxRow } from '../store/outboxRow.ts';
import { applyChange } from './applyChange.ts';
import { attemptSend, giveUpCutAttempts } from './attempt.ts';
import { linkStoredAnswers, lookForAnswer } from './look.ts';
import { planOutbox } from './plan.ts';

/** Sends answers when their time has come. */
export interface Outbox {
  /** Does what is due now and arranges for the rest; safe at any time. */
  readonly kick: () => void;
  /** Finds answers of unknown outcome among what capture has stored. */
  readonly linkStored: () => void;
  /** Starts nothing more; resolves when what is under way has ended. */
  readonly stop: () => Promise<void>;
}

/** How many answers may be on the wire at the same time; each is of another conversation. */
const MOST_AT_ONCE = 4;

/** Starts the outbox: what a crash cut off is looked for, what was held stays held until its time. */
export function startOutbox(ctx: EngineContext): Outbox {
  const busy = new Map<string, Promise<void>>();
  let cancelTimer = () => {};
  let stopped = false;

  const begin = (row: OutboxRow, work: (ctx: EngineContext, row: OutboxRow) => Promise<void>) => {
    if (busy.size >= MOST_AT_ONCE) return;
    const done = work(ctx, row)
      .then(
        () => true,
        (cause: unknown) => {
          ctx.log('outbox.broke', { id: row.id, cause: cause instanceof Error ? cause.message : 'unknown' });
          return false;
        },
      )
      .then((fine) => {
        busy.delete(row.id);
        // After a bug or a full disk the next round comes with the timer, not at once and for ever.
        if (fine) kick();
        else wakeIn(RECOVERY_MS);
      });
    busy.set(row.id, done);
  };
  const wakeIn = (delayMs: number) => {
    cancelTimer();
    if (!stopped) cancelTimer = ctx.clock.after(Math.max(delayMs, 0), kick);
  };
  const kick = () => {
    if (stopped) return;
    try {
      const now = ctx.clock.now();
      const plan = planOutbox(release(ctx, now, busy), new Set(busy.keys()), now);
      for (const row of plan.attempt) begin(row, attemptSend);
      for (const row of plan.look) begin(row, lookForAnswer);
      if (plan.wakeAt === null) cancelTimer();
      else wakeIn(plan.wakeAt - now);
    } catch (cause) {
      ctx.log('outbox.broke', { cause: cause instanceof Error ? cause.message : 'unknown' });
      wakeIn(RECOVERY_MS);
    }
  };

  kick();
  return {
    kick,
    linkStored: () => {
      if (!stopped) linkStoredAnswers(ctx);
    },
    stop: async () => {
      stopped = true;
      cancelTimer();
      await Promise.all(busy.values());
    },
  };
}

const RECOVERY_MS = 5_000;

// Releasing first lets an answer whose time has just come go out in the same round. An attempt that nobody works on any
// more was cut off: by a crash, or because its end could not be stored.
function release(ctx: EngineContext, now: number, busy: ReadonlyMap<string, unknown>): OutboxRow[] {
  followClock(ctx.db, now);
  const rows = listLiveOutboxRows(ctx.db).filter((row) => !busy.has(row.id));
  giveUpCutAttempts(ctx, rows);
  for (const row of planOutbox(rows, new Set(), now).release) {
    applyChange(ctx, row, { change: { state: 'queued', nextAttemptAt: now } });
  }
  return listLiveOutboxRows(ctx.db);
}
