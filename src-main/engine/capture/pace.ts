import type { Clock } from '#shared/clock.ts';

/** Work that takes less does not count as slow: nobody notices it. */
const SLOW_MS = 50;
/** After slow work, it rests for so many times as long as that took. */
const REST = 100;

/** Runs work and returns its result; returns undefined without running it while earlier work is rested from. */
export type Pace = <T>(work: () => T) => T | undefined;

/** A pace at which repeated work that is slow takes at most a hundredth of the engine's time. */
export function createPace(clock: Pick<Clock, 'elapsedMs'>): Pace {
  let restsUntil = Number.NEGATIVE_INFINITY;
  return (work) => {
    const start = clock.elapsedMs();
    if (start < restsUntil) return undefined;
    const value = work();
    const end = clock.elapsedMs();
    if (end - start >= SLOW_MS) restsUntil = end + (end - start) * REST;
    return value;
  };
}
