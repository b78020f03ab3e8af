import type { Clock } from '#shared/clock.ts';
import { restartDelayMs } from '../base/restartDelay.ts';
import type { Child } from './child.ts';

/** How a process ended that was not asked to. */
export interface ProcessEnd {
  readonly code: number;
  readonly restarting: boolean;
}

interface KeptProcessOptions<P> {
  readonly fork: () => Child<P>;
  readonly clock: Clock;
  /** Called with each new process, before any of its messages. */
  readonly onStarted: (child: Child<P>) => void;
  readonly onEnded: (end: ProcessEnd) => void;
}

/** A process that is started again whenever it ends by itself, more slowly each time, and not for ever. */
export class KeptProcess<P> {
  readonly #options: KeptProcessOptions<P>;
  #child: Child<P> | null = null;
  #wanted = false;
  #endedAt: number[] = [];
  #cancelRestart = () => {};
  #gone: Promise<void> = Promise.resolve();

  constructor(options: KeptProcessOptions<P>) {
    this.#options = options;
  }

  /** The process that runs now; null between two of them and after the end. */
  get child(): Child<P> | null {
    return this.#child;
  }

  /** Starts afresh, also after it was given up; does nothing while a process runs. */
  start(): void {
    if (this.#child) return;
    this.#cancelRestart();
    this.#wanted = true;
    this.#endedAt = [];
    this.#fork();
  }

  /** Lets no new process start; a running one is left alone. */
  giveUp(): void {
    this.#wanted = false;
    this.#cancelRestart();
  }

  /** Says goodbye with `ask`, kills what has not ended `withinMs` later, and resolves when it has ended. */
  async stop(ask: (child: Child<P>) => void, withinMs: number): Promise<void> {
    this.giveUp();
    const child = this.#child;
    if (!child) return;
    const cancelKill = this.#options.clock.after(withinMs, () => child.kill());
    ask(child);
    await this.#gone;
    cancelKill();
  }

  #fork(): void {
    const child = this.#options.fork();
    this.#child = child;
    this.#gone = new Promise((resolve) => {
      child.onExit((code) => {
        resolve();
        this.#ended(code);
      });
    });
    this.#options.onStarted(child);
  }

  #ended(code: number): void {
    this.#child = null;
    if (!this.#wanted) return;
    const { clock } = this.#options;
    this.#endedAt = [...this.#endedAt, clock.now()].slice(-10);
    const delayMs = restartDelayMs(this.#endedAt);
    if (delayMs !== null) this.#cancelRestart = clock.after(delayMs, () => this.#fork());
    this.#options.onEnded({ code, restarting: delayMs !== null });
  }
}
