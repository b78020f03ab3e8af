import { setImmediate } from 'node:timers/promises';
import type { Clock } from '#shared/clock.ts';

/** How long a slice may block the engine. */
const SLICE_MS = 2;

/** Does the steps of some work in slices, between which the engine is free. */
export async function inSlices(clock: Pick<Clock, 'elapsedMs'>, steps: Iterable<unknown>): Promise<void> {
  let until = clock.elapsedMs() + SLICE_MS;
  for (const _ of steps) {
    if (clock.elapsedMs() < until) continue;
    await setImmediate();
    until = clock.elapsedMs() + SLICE_MS;
  }
}
