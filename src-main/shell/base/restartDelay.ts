import { MINUTE_MS } from '#shared/time.ts';

const delaysMs = [250, 1_000, 4_000, 4_000, 4_000] as const;

/**
 * How long to wait before restarting a process that crashed at `crashedAt` (epoch milliseconds, newest last): 250 ms
 * after the first crash within a minute, 1 s after the second, 4 s after the third to fifth. Null after the sixth: give
 * up.
 */
export function restartDelayMs(crashedAt: readonly number[]): number | null {
  const newest = crashedAt.at(-1) ?? 0;
  const recent = crashedAt.filter((at) => newest - at < MINUTE_MS).length;
  return delaysMs[Math.max(recent, 1) - 1] ?? null;
}

/** The crashes that `restartDelayMs` needs to know, with one more at `now`. */
export function addCrash(crashedAt: readonly number[], now: number): number[] {
  return [...crashedAt, now].slice(-10);
}
