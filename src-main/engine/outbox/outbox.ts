import type { EngineContext } from '../context/context.ts';
import { followClock } from '../store/followClock.ts';
import { listLiveOutboxRows } from '../store/outboxLists.ts';
import type { OutboxRow } from '../store/outboxRow.ts';
import { attemptSend, giveUpCutAttempts } from './attempt.ts';
import { releaseHeld } from './hold.ts';
import { planOutbox } from './plan.ts';
import { linkStoredReplies, reconcile } from './reconcile.ts';

/** Sends replies when they are due. */
export interface Outbox {
  /** Does what is due now and schedules the rest; safe at any time. */
  kick(): void;
  /** Reconciles replies with what capture has stored. */
  linkStored(): void;
  /** Starts nothing more; resolves when all attempts under way have ended. */
  stop(): Promise<void>;
}

/** How many replies may be on the wire at once, so that a few that time out do not hold up all others. */
const MAX_AT_ONCE = 12;

/** How long to pause after a bug or a full disk, instead of failing in a loop. */
const RECOVERY_MS = 5_000;

/** Starts the outbox: attempts that a crash cut off become unknown, held replies stay held until their time. */
export function startOutbox(ctx: EngineContext): Outbox {
  const outbox = new RunningOutbox(ctx);
  outbox.kick();
  return outbox;
}

class RunningOutbox implements Outbox {
  readonly #ctx: EngineContext;
  /** The replies under way, by id. */
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
      this.#ctx.log('outbox.failed', { cause: toCause(cause) });
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
    for (const row of plan.attempt) this.#begin(row.id, () => attemptSend(this.#ctx, row));
    for (const row of plan.reconcile) this.#begin(row.id, () => reconcile(this.#ctx, row));
    if (plan.wakeAt === null) this.#cancelTimer();
    else this.#wakeIn(plan.wakeAt - now);
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

// Releasing first lets a reply whose undo time has just ended go out in the same cycle.
function release(ctx: EngineContext, now: number, busy: ReadonlyMap<string, unknown>): OutboxRow[] {
  followClock(ctx.db, now);
  const idle = listLiveOutboxRows(ctx.db).filter((row) => !busy.has(row.id));
  giveUpCutAttempts(ctx, idle);
  releaseHeld(ctx, planOutbox(idle, new Set(), now).release, now);
  return listLiveOutboxRows(ctx.db);
}
