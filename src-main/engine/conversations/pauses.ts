import { z } from 'zod';
import type { Pause } from '#shared/domain/pausedTime.ts';
import { parseColumn } from '../store/jsonColumn.ts';

const Pauses = z.array(z.tuple([z.number(), z.number().nullable()]));

/** So many pauses of a conversation are remembered, the latest. */
const MOST_PAUSES = 50;

/** The pauses of a conversation as they are stored. */
export const toPauses = (stored: string | null): readonly Pause[] =>
  stored === null ? [] : parseColumn(Pauses, stored, []);

/** Whether and how a conversation pauses now, and what may have ended its pause. */
export interface PauseFacts {
  readonly isPaused: boolean;
  /** When a pause that runs ends by itself; null if nobody knows. */
  readonly until: number | null;
  /** When the person wrote last, and since when they wait. */
  readonly wroteAt: readonly (number | null)[];
  readonly now: number;
}

/** The pauses as they are to be stored. One that began and ended before it was noticed is none. */
export function advancePauses(stored: string | null, facts: PauseFacts): string | null {
  const pauses = toPauses(stored);
  const last = pauses.at(-1);
  const earlier = pauses.slice(0, -1);
  const isRunning = last !== undefined && (last[1] === null || last[1] > facts.now);
  if (facts.isPaused) {
    if (!isRunning) return store([...pauses, [facts.now, facts.until]]);
    return last[1] === facts.until ? stored : store([...earlier, [last[0], facts.until]]);
  }
  if (!isRunning) return stored;
  const end = toEnd(last, facts);
  return store(end > last[0] ? [...earlier, [last[0], end]] : earlier);
}

// What the person wrote ended it when it was written, not when it was captured.
function toEnd([from, to]: Pause, { wroteAt, now }: PauseFacts): number {
  const written = wroteAt.filter((at) => at !== null && at > from) as number[];
  return Math.min(now, to ?? now, ...written);
}

const store = (pauses: readonly Pause[]): string | null =>
  pauses.length === 0 ? null : JSON.stringify(pauses.slice(-MOST_PAUSES));
