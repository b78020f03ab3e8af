import { setImmediate } from 'node:timers/promises';
import type { Clock } from '#shared/clock.ts';

/** A clock that stands still until it is moved: what lies between two moments takes no time. */
export interface LeapingClock extends Clock {
  /** Moves on to a time and runs the timers that are due by then, each once, as after a machine has slept. Never goes back. */
  leapTo(at: number): Promise<void>;
}

interface Timer {
  readonly dueAt: number;
  readonly run: () => void;
}

export function createLeapingClock(start: number): LeapingClock {
  let now = start;
  const timers = new Set<Timer>();
  const takeDue = (): Timer | undefined => {
    let first: Timer | undefined;
    for (const timer of timers)
      if (timer.dueAt <= now && timer.dueAt < (first?.dueAt ?? Infinity)) first = timer;
    if (first) timers.delete(first);
    return first;
  };
  return {
    now: () => now,
    elapsedMs: () => now - start,
    after: (delayMs, run) => {
      const timer = { dueAt: now + Math.max(delayMs, 0), run };
      timers.add(timer);
      return () => {
        timers.delete(timer);
      };
    },
    leapTo: async (at) => {
      now = Math.max(now, at);
      for (let due = takeDue(); due; due = takeDue()) {
        due.run();
        await setImmediate();
      }
    },
  };
}
