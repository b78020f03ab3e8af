import type { Clock } from '#shared/clock.ts';
import { MINUTE_MS } from '#shared/time.ts';

/** A clock that runs with the machine's but for an offset, which can be moved on at any time. */
export interface SteeredClock extends Clock {
  /** How far it is ahead of the machine's clock, in milliseconds. */
  readonly offsetMs: () => number;
  /** Sets the offset and runs what became due. */
  steer(offsetMs: number): void;
}

interface Timer {
  readonly dueAt: number;
  readonly run: () => void;
}

/** One that is `offsetMs` ahead. */
export function steeredClock(offsetMs = 0): SteeredClock {
  let offset = offsetMs;
  let alarm: NodeJS.Timeout | undefined;
  const timers = new Set<Timer>();
  const now = () => Date.now() + offset;
  const arm = () => {
    clearTimeout(alarm);
    const next = Math.min(...[...timers].map(({ dueAt }) => dueAt));
    if (timers.size > 0) alarm = setTimeout(runDue, Math.min(Math.max(next - now(), 0), MINUTE_MS)).unref();
  };
  const runDue = () => {
    const due = [...timers].filter(({ dueAt }) => dueAt <= now()).sort((a, b) => a.dueAt - b.dueAt);
    for (const timer of due) if (timers.delete(timer)) timer.run();
    arm();
  };
  return {
    now,
    after: (delayMs, run) => {
      const timer = { dueAt: now() + Math.max(delayMs, 0), run };
      timers.add(timer);
      arm();
      return () => {
        timers.delete(timer);
      };
    },
    offsetMs: () => offset,
    steer: (offsetMs) => {
      offset = offsetMs;
      runDue();
    },
  };
}
