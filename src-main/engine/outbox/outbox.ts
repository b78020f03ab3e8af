import type { EngineContext } from '../context/context.ts';
import { followClock } from '../store/followClock.ts';
import { listLiveOutboxRows } from '../store/outboxLists.ts';
import type { OutboxRow } from '../store/outboxRow.ts';
import { applyChange } from './applyChange.ts';
import { attemptSend, giveUpCutAttempts } from './attempt.ts';
import { linkStoredReplies, lookForAnswer } from './look.ts';
import { planOutbox } from './plan.ts';

/** Sends answers when their time has come. */
export interface Outbox {
  /** Does what is due now and arranges for the rest; safe at any time. */
  kick(): void;
  /** Finds answers of unknown outcome among what capture has stored. */
  linkStored(): void;
  /** Starts nothing more; resolves when what is under way has ended. */
  stop(): Promise<void>;
}

/**
 * How many answers may be on the wire at the same time; each is of another conversation. A few to which X keeps silent must
 * not hold up all others until their time is over.
 */
const MOST_AT_ONCE = 12;

/** After a bug or a full disk the next round comes so much later, not at once and for ever. */
const RECOVERY_MS = 5_000;

/** Starts the outbox: what a crash cut off is looked for, what was held stays held until its time. */
export function startOutbox(ctx: EngineContext): Outbox {
  const outbox = new RunningOutbox(ctx);
  outbox.kick();
  return outbox;
}

type Work = (ctx: EngineContext, row: OutboxRow) => Promise<void>;

class RunningOutbox implements Outbox {
  readonly #ctx: EngineContext;
  /** The answers under way, by their ids. */
  readonly #busy = new Map<string, Promise<void>>();
  #cancelTimer = () => {};
  #stopped = false;

  constructor(ctx: EngineContext) {
    this.#ctx = ctx;
  }

  kick(): void {
    if (this.#stopped) return;
    try {
      this.#doWhatIsDue(this.#ctx.clock.now());
    } catch (cause) {
      this.#ctx.log('outbox.broke', { cause: toCause(cause) });
      this.#wakeIn(RECOVERY_MS);
    }
  }

  linkStored(): void {
    if (!this.#stopped) linkStoredReplies(this.#ctx);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelTimer();
    await Promise.all(this.#busy.values());
  }

  #doWhatIsDue(now: number): void {
    const rows = release(this.#ctx, now, this.#busy);
    const plan = planOutbox(rows, new Set(this.#busy.keys()), now);
    for (const row of plan.attempt) this.#begin(row, attemptSend);
    for (const row of plan.look) this.#begin(row, lookForAnswer);
    if (plan.wakeAt === null) this.#cancelTimer();
    else this.#wakeIn(plan.wakeAt - now);
  }

  #begin(row: OutboxRow, work: Work): void {
    if (this.#busy.size < MOST_AT_ONCE) this.#busy.set(row.id, this.#carryOut(row, work));
  }

  async #carryOut(row: OutboxRow, work: Work): Promise<void> {
    let isFine = true;
    try {
      await work(this.#ctx, row);
    } catch (cause) {
      this.#ctx.log('outbox.broke', { id: row.id, cause: toCause(cause) });
      isFine = false;
    }
    this.#busy.delete(row.id);
    if (isFine) this.kick();
    else this.#wakeIn(RECOVERY_MS);
  }

  #wakeIn(delayMs: number): void {
    this.#cancelTimer();
    if (!this.#stopped) this.#cancelTimer = this.#ctx.clock.after(Math.max(delayMs, 0), () => this.kick());
  }
}

const toCause = (cause: unknown) => (cause instanceof Error ? cause.message : 'unknown');

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
