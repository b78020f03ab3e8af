import { setTimeout as sleep } from 'node:timers/promises';

/** Runs `task` until it succeeds, waiting `waitsMs` between the attempts. Rejects with the error of the last attempt. */
export async function retry<T>(
  task: () => Promise<T>,
  waitsMs: readonly number[],
  wait: (ms: number) => Promise<unknown> = sleep,
): Promise<T> {
  for (const waitMs of waitsMs) {
    try {
      return await task();
    } catch {
      await wait(waitMs);
    }
  }
  return await task();
}
