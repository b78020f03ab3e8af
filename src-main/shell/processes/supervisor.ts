import type { Clock } from '#shared/clock.ts';
import { addCrash, restartDelayMs } from '../base/restartDelay.ts';
import type { ChildProcess } from './processHost.ts';

/** The exit of a process that nobody had stopped. */
export interface Crash {
  readonly code: number;
  /** False if it has crashed too often to be restarted. */
  readonly restarting: boolean;
}

interface SupervisorOptions<P> {
  readonly fork: () => ChildProcess<P>;
  readonly clock: Clock;
  /** Called with each new process, before its first message. */
  readonly onStarted: (child: ChildProcess<P>) => void;
  /** Called after each crash, once the restart is scheduled. */
  readonly onCrashed: (crash: Crash) => void;
}

/**
 * Keeps one process running: restarts it when it crashes, after a delay that grows with each crash, and gives up after
 * the sixth crash within a minute.
 *
 *       start()             crash                250 ms, 1 s, 4 s
 *     ──────────> running ─────────> waiting ────────────────────────> running
 *                  │  │                 │
 *                  │  │                 └── stop() or giveUp() ──> stopped
 *                  │  └── 6th crash within a minute ─────────────> given up
 *                  └── stop(), or giveUp() and exit ─────────────> stopped
 *
 * `start` leads from stopped and given up back to running, and forgets the earlier crashes.
 */
export class Supervisor<P> {
  readonly #options: SupervisorOptions<P>;
  #child: ChildProcess<P> | null = null;
  #shouldRun = false;
  #crashedAt: number[] = [];
  #cancelRestart = () => {};
  #exited: Promise<void> = Promise.resolve();

  constructor(options: SupervisorOptions<P>) {
    this.#options = options;
  }

  /** The running process; null while none runs. */
  get child(): ChildProcess<P> | null {
    return this.#child;
  }

  /** Starts the process and forgets earlier crashes; does nothing if it is running. */
  start(): void {
    if (this.#child) return;
    this.#cancelRestart();
    this.#shouldRun = true;
    this.#crashedAt = [];
    this.#fork();
  }

  /** Prevents any restart; a running process is left alone. */
  giveUp(): void {
    this.#shouldRun = false;
    this.#cancelRestart();
  }

  /** Calls `requestExit`, kills the process if it has not exited within `timeoutMs`, and resolves when it is gone. */
  async stop(requestExit: (child: ChildProcess<P>) => void, timeoutMs: number): Promise<void> {
    this.giveUp();
    const child = this.#child;
    if (!child) return;
    const cancelKill = this.#options.clock.after(timeoutMs, () => child.kill());
    requestExit(child);
    await this.#exited;
    cancelKill();
  }

  #fork(): void {
    const child = this.#options.fork();
    this.#child = child;
    this.#exited = new Promise((resolve) => {
      child.onExit((code) => {
        resolve();
        this.#handleExit(code);
      });
    });
    this.#options.onStarted(child);
  }

  #handleExit(code: number): void {
    this.#child = null;
    if (!this.#shouldRun) return;
    const { clock, onCrashed } = this.#options;
    this.#crashedAt = addCrash(this.#crashedAt, clock.now());
    const delayMs = restartDelayMs(this.#crashedAt);
    if (delayMs !== null) this.#cancelRestart = clock.after(delayMs, () => this.#fork());
    onCrashed({ code, restarting: delayMs !== null });
  }
}
