import type { Clock } from '#shared/clock.ts';
import { inSlices } from '../context/inSlices.ts';

/** Work that takes less does not count as slow: nobody notices it. */
const SLOW_MS = 50;
/** After slow work, it rests for so many times as long as that took. */
const REST = 100;

/**
 * Does work in slices, between which the engine is free, and resolves with its result; resolves with undefined without beginning it while
 * earlier work is rested from, or once `isStopped` between two steps.
 */
export type Pace = <T>(work: () => Generator<unknown, T>, isStopped: () => boolean) => Promise<T | undefined>;

/** A pace at which repeated work that is slow takes at most a hundredth of the engine's time. */
export function createPace(clock: Pick<Clock, 'elapsedMs'>): Pace {
  let restsUntil = Number.NEGATIVE_INFINITY;
  return async <T>(work: () => Generator<unknown, T>, isStopped: () => boolean) => {
    if (clock.elapsedMs() < restsUntil) return undefined;
    const done: { value?: T; tookMs: number } = { tookMs: 0 };
    await inSlices(clock, timed(clock, work(), isStopped, done));
    if (done.tookMs >= SLOW_MS) restsUntil = clock.elapsedMs() + done.tookMs * REST;
    return done.value;
  };
}

/** Takes the steps of some work and adds up how long they took, without what others did in between. */
function* timed<T>(
  clock: Pick<Clock, 'elapsedMs'>,
  work: Generator<unknown, T>,
  isStopped: () => boolean,
  done: { value?: T; tookMs: number },
): Generator<void> {
  while (!isStopped()) {
    const start = clock.elapsedMs();
    const step = work.next();
    done.tookMs += clock.elapsedMs() - start;
    if (step.done) {
      done.value = step.value;
      return;
    }
    yield;
  }
}
