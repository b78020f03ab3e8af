import type { Clock } from '../../shared/clock.ts';

/** A clock that stands still until a test moves it. */
export interface FakeClock extends Clock {
  /** Moves on by `ms` and runs what became due, in order, letting promises settle between the runs. */
  advance(ms: number): Promise<void>;
  /** Moves on by `ms` without running anything, as when a machine sleeps. */
  jump(ms: number): void;
  /** How many timers wait. */
  waiting(): number;
}

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** A clock that begins at `start`, by default a Monday morning in 2026. */
export function fakeClock(start = Date.UTC(2026, 10, 23, 9)): FakeClock {
  let now = start;
  let timers: Timer[] = [];
  const next = (until: number) =>
    timers.filter((timer) => timer.at <= until).toSorted((a, b) => a.at - b.at)[0];
  return {
    now: () => now,
    after: (delayMs, run) => {
      const timer = { at: now + Math.max(0, delayMs), run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance: async (ms) => {
      const until = now + ms;
      await settle();
      for (let timer = next(until); timer; timer = next(until)) {
        const due = timer;
        timers = timers.filter((other) => other !== due);
        now = Math.max(now, due.at);
        due.run();
        await settle();
      }
      now = until;
    },
    jump: (ms) => {
      now += ms;
    },
    waiting: () => timers.length,
  };
}

/** Lets everything go on that waits for nothing but promises. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
