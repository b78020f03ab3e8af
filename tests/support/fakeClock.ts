import type { Clock } from '#shared/clock.ts';

/** A clock that stands still until a test moves it. */
export interface FakeClock extends Clock {
  /** Advances by `ms` and runs the timers that become due, in order, letting promises settle in between. */
  advance(ms: number): Promise<void>;
  /** Sets the wall clock forward or back by `ms` without running timers, as when a machine sleeps. */
  jump(ms: number): void;
  /** The number of waiting timers. */
  waiting(): number;
}

/** Due as with the system clock: by the wall clock or by the elapsed time, whichever comes first. */
interface Timer {
  readonly at: number;
  readonly steadyAt: number;
  readonly run: () => void;
}

/** A clock that starts at `start`, by default a Monday morning in 2026. */
export function fakeClock(start = Date.UTC(2026, 10, 23, 9)): FakeClock {
  let now = start;
  let steady = 0;
  let timers: Timer[] = [];
  const leftMs = (timer: Timer) => Math.max(Math.min(timer.at - now, timer.steadyAt - steady), 0);
  const next = (withinMs: number) =>
    timers.filter((timer) => leftMs(timer) <= withinMs).toSorted((a, b) => leftMs(a) - leftMs(b))[0];
  const move = (ms: number) => {
    now += ms;
    steady += ms;
  };
  return {
    now: () => now,
    elapsedMs: () => steady,
    after: (delayMs, run) => {
      const delay = Math.max(0, delayMs);
      const timer = { at: now + delay, steadyAt: steady + delay, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance: async (ms) => {
      const until = steady + ms;
      await settle();
      for (let timer = next(until - steady); timer; timer = next(until - steady)) {
        const due = timer;
        timers = timers.filter((other) => other !== due);
        move(leftMs(due));
        due.run();
        await settle();
      }
      move(until - steady);
    },
    jump: (ms) => {
      now += ms;
    },
    waiting: () => timers.length,
  };
}

/** Lets everything continue that waits only for promises. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
