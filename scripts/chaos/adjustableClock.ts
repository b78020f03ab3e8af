import type { Clock } from '#shared/clock.ts';
import { MINUTE_MS } from '#shared/time.ts';

/** The machine's clock plus an offset that can be changed at any time. */
export interface AdjustableClock extends Clock {
  /** How far this clock is ahead of the machine's, in milliseconds. */
  readonly offsetMs: () => number;
  /** Changes the offset and runs all timers that are due by then. */
  setOffset(offsetMs: number): void;
}

interface Timer {
  readonly dueAt: number;
  readonly run: () => void;
}

export function createAdjustableClock(): AdjustableClock {
  let offset = 0;
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
    // Advancing this clock stands for time that passes, not for a clock that somebody sets.
    elapsedMs: now,
    after: (delayMs, run) => {
      const timer = { dueAt: now() + Math.max(delayMs, 0), run };
      timers.add(timer);
      arm();
      return () => {
        timers.delete(timer);
      };
    },
    offsetMs: () => offset,
    setOffset: (offsetMs) => {
      offset = offsetMs;
      runDue();
    },
  };
}
