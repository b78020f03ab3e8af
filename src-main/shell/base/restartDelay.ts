import { MINUTE_MS } from '#shared/time.ts';

const delaysMs = [250, 1_000, 4_000, 4_000, 4_000] as const;
const WITHIN_MS = MINUTE_MS;

/**
 * How long to wait before starting a process again that ended at `endedAt` (epoch ms, the newest last); null to give
 * up because it has ended too often within a minute.
 */
export function restartDelayMs(endedAt: readonly number[]): number | null {
  const newest = endedAt.at(-1) ?? 0;
  const recent = endedAt.filter((at) => newest - at < WITHIN_MS).length;
  return delaysMs[Math.max(recent, 1) - 1] ?? null;
}
