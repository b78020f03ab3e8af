import type { EngineContext } from '../context/context.ts';
import { followClock } from '../store/followClock.ts';
import { listLiveOutboxRows } from '../store/outboxLists.ts';
import type { OutboxRow } from '../store/outboxRow.ts';
import { attemptSend, giveUpCutAttempts } from './attempt.ts';
import { type EarlierReplies, listEarlierReplies } from './earlierReplies.ts';
import { createHoldTimer, releaseHeld } from './hold.ts';
import { planOutbox } from './plan.ts';
import { linkStoredReplies, reconcile } from './reconcile.ts';

/** Sends replies when they are due. */
export interface Outbox {
  /** Does what is due now and schedules the rest; safe at any time. */
  kick(): void;
  /** Reconciles replies with what capture has stored. */
  linkStored(): void;
  /** Whether the next start need not wait for what X shows late; see `EarlierReplies`. */
  isSettled(): boolean;
  /** Starts nothing more; resolves when all attempts under way have ended. */
  stop(): Promise<void>;
}

/** How many replies may be on the wire at once, so that a few that time out do not hold up all others. */
const MAX_AT_ONCE = 12;

/** How long to pause after a bug or a full disk, instead of failing in a loop. */
const RECOVERY_MS = 5_000;

/**
 * Starts the outbox: attempts that a crash cut off become unknown, held replies stay held until their time. `isContinued` is
 * whether the store is certainly the one that the last engine closed.
 */
export function startOutbox(ctx: EngineContext, isContinued: boolean): Outbox {
  const outbox = new RunningOutbox(ctx, isContinued);
  outbox.kick();
  return outbox;
}

class RunningOutbox implements Outbox {
  readonly #ctx: EngineContext;
  /** The replies under way, by id. */
  readonly #busy = new Map<string, Promise<void>>();
  readonly #earlier: EarlierReplies;
  readonly #toSteadyHolds: (rows: readonly OutboxRow[]) => OutboxRow[];
  #cancelTimer = () => {};
  #stopped = false;

  constructor(ctx: EngineContext, isContinued: boolean) {
    this.#ctx = ctx;
    this.#earlier = listEarlierReplies(ctx, isContinued);
    this.#toSteadyHolds = createHoldTimer(ctx.clock);
  }

  kick(): void {
    if (this.#stopped) return;
    try {
      this.#doWhatIsDue(this.#ctx.clock.now());
    } catch (cause) {
      this.#ctx.log('outbox.failed', { cause: toCause(cause) });
      this.#wakeIn(RECOVERY_MS);
    }
  }

  linkStored(): void {
    if (!this.#stopped) linkStoredReplies(this.#ctx);
  }

  isSettled(): boolean {
    return this.#earlier.isSettled();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelTimer();
    await Promise.all(this.#busy.values());
  }

  #doWhatIsDue(now: number): void {
    const rows = this.#release(now);
    const plan = planOutbox(rows, new Set(this.#busy.keys()), now);
    for (const row of plan.attempt) this.#begin(row.id, () => attemptSend(this.#ctx, row, this.#earlier));
    for (const row of plan.reconcile) this.#begin(row.id, () => reconcile(this.#ctx, row));
    if (plan.wakeAt === null) this.#cancelTimer();
    else this.#wakeIn(plan.wakeAt - now);
  }

  // Releasing first lets a reply whose undo time has just ended go out in the same cycle.
  #release(now: number): OutboxRow[] {
    const { db } = this.#ctx;
    followClock(db, now);
    const list = () => this.#toSteadyHolds(listLiveOutboxRows(db));
    const idle = list().filter((row) => !this.#busy.has(row.id));
    giveUpCutAttempts(this.#ctx, idle);
    releaseHeld(this.#ctx, planOutbox(idle, new Set(), now).release, now);
    return list();
  }

  #begin(id: string, work: () => Promise<void>): void {
    if (this.#busy.size < MAX_AT_ONCE) this.#busy.set(id, this.#carryOut(id, work));
  }

  async #carryOut(id: string, work: () => Promise<void>): Promise<void> {
    let isFine = true;
    try {
      await work();
    } catch (cause) {
      this.#ctx.log('outbox.failed', { id, cause: toCause(cause) });
      isFine = false;
    }
    this.#busy.delete(id);
    if (isFine) this.kick();
    else this.#wakeIn(RECOVERY_MS);
  }

  #wakeIn(delayMs: number): void {
    this.#cancelTimer();
    if (!this.#stopped) this.#cancelTimer = this.#ctx.clock.after(Math.max(delayMs, 0), () => this.kick());
  }
}

const toCause = (cause: unknown) => (cause instanceof Error ? cause.message : 'unknown');
