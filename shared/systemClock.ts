import type { Clock } from './clock.ts';
import { SECOND_MS } from './time.ts';

// In every runtime of Perch: Node, Electron and the browser. The types of none of them are known in shared/.
declare const performance: { now(): number };
declare function setTimeout(run: () => void, delayMs: number): number | { unref(): void };
declare function clearTimeout(timer: number | { unref(): void }): void;

/** Where a clock has its times from; another one than the machine's only in tests. */
export interface TimeSource {
  /** The time of the wall clock, which anybody may set. */
  now(): number;
  /** Whole milliseconds since some moment, which nobody can set; may stand still while the machine sleeps. */
  elapsedMs(): number;
  /** Calls `run` once after `delayMs`, at most 30 seconds; the returned function cancels it. */
  setTimer(run: () => void, delayMs: number): () => void;
}

// Timers of the runtime stand still while the machine sleeps, and overflow after 24 days: so check the wall clock in between.
const CHECK_EVERY_MS = 30 * SECOND_MS;

/**
 * A clock whose timers fire once, whatever happens to the machine: when the wall clock passes their time, at most 30
 * seconds late after a sleep, or when the delay has passed although the wall clock was set back.
 */
export function createClock(source: TimeSource): Clock {
  return {
    now: source.now,
    elapsedMs: source.elapsedMs,
    after: (delayMs, run) => {
      const dueAt = source.now() + delayMs;
      const dueElapsedMs = source.elapsedMs() + delayMs;
      let cancel: () => void = () => {};
      const check = () => {
        const leftMs = Math.min(dueAt - source.now(), dueElapsedMs - source.elapsedMs());
        if (leftMs <= 0) run();
        else wait(leftMs);
      };
      const wait = (leftMs: number) => {
        cancel = source.setTimer(check, Math.min(Math.max(Math.ceil(leftMs), 0), CHECK_EVERY_MS));
      };
      wait(delayMs);
      return () => cancel();
    },
  };
}

/** The clock of this machine, for engine, shell and simulator alike; its timers do not keep a process alive. */
export const systemClock: Clock = createClock({
  now: () => Date.now(),
  elapsedMs: () => Math.floor(performance.now()),
  setTimer: (run, delayMs) => {
    const timer = setTimeout(run, delayMs);
    if (typeof timer === 'object') timer.unref();
    return () => clearTimeout(timer);
  },
});
