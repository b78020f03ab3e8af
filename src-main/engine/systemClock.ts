import type { Clock } from '#shared/clock.ts';

/** Where a clock has its times from. */
export interface TimeSource {
  /** The time on the wall, which somebody may set. */
  now(): number;
  /** Milliseconds since some moment, which nobody can set; may stand still while the machine sleeps. */
  elapsedMs(): number;
  /** Calls `run` once after at most a minute; the answer cancels it. */
  setTimer(run: () => void, delayMs: number): () => void;
}

// Timers stand still while the machine sleeps, and overflow after 24 days: so look at the wall clock now and then.
const LOOK_AGAIN_MS = 30_000;

/**
 * A clock whose timers fire once: when the wall clock says that it is time, as after a sleep, or when the time has
 * passed though the wall clock was set back.
 */
export function createClock(source: TimeSource): Clock {
  return {
    now: source.now,
    after: (delayMs, run) => {
      const dueAt = source.now() + delayMs;
      const dueElapsedMs = source.elapsedMs() + delayMs;
      let cancel: () => void = () => {};
      const look = () => {
        const leftMs = Math.min(dueAt - source.now(), dueElapsedMs - source.elapsedMs());
        if (leftMs <= 0) run();
        else wait(leftMs);
      };
      const wait = (leftMs: number) => {
        cancel = source.setTimer(look, Math.min(Math.max(Math.ceil(leftMs), 0), LOOK_AGAIN_MS));
      };
      wait(delayMs);
      return () => cancel();
    },
  };
}

/** The clock of this machine; its timers do not keep the process alive. */
export const systemClock: Clock = createClock({
  now: () => Date.now(),
  elapsedMs: () => performance.now(),
  setTimer: (run, delayMs) => {
    const timer = setTimeout(run, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
});
