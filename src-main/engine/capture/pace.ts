import type { Clock } from '#shared/clock.ts';

/** After work that blocks the engine, it rests for so many times as long as that took. */
const REST = 100;

/** Runs work and returns its result; returns undefined without running it while earlier work is rested from. */
export type Pace = <T>(work: () => T) => T | undefined;

/** A pace at which repeated work takes at most a hundredth of the engine's time, however slow it is. */
export function createPace(clock: Pick<Clock, 'elapsedMs'>): Pace {
  let restsUntil = Number.NEGATIVE_INFINITY;
  return (work) => {
    const start = clock.elapsedMs();
    if (start < restsUntil) return undefined;
    const value = work();
    const end = clock.elapsedMs();
    restsUntil = end + (end - start) * REST;
    return value;
  };
}
