import type { AppError } from '#shared/errors.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import type { EngineContext } from './context/context.ts';
import { makeCopy, newestCopyAt } from './store/copies.ts';
import { getStoreError, stopWriting, toDamage } from './store/storeHealth.ts';

/** Not at once: the first minute belongs to the person who opened Perch. */
const FIRST_CHECK_MS = MINUTE_MS;

/**
 * Copies the store once a day while it is open. A copy that fails its check ends all writing, because it contains what the
 * store contains. A full disk is logged, and tried again within an hour.
 */
export function startDailyCopies(
  { db, clock, log }: Pick<EngineContext, 'db' | 'clock' | 'log'>,
  dir: string,
): { readonly stop: () => Promise<void> } {
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let cancel = () => {};
  const copy = async () => {
    try {
      const made = await makeCopy(db, dir, clock.now(), stopping.signal);
      if (made) log('store.copied', { at: made.at });
      else if (!stopping.signal.aborted) stopWriting(db, toBadCopy(db.name));
    } catch (cause) {
      if (!stopping.signal.aborted) log('store.copyFailed', { cause: String(cause) });
    }
  };
  const check = () => {
    const newest = newestCopyAt(dir);
    const isDue = newest === null || newest > clock.now() || clock.now() - newest >= DAY_MS;
    if (isDue && !getStoreError(db)) running = copy();
    cancel = clock.after(HOUR_MS, check);
  };
  cancel = clock.after(FIRST_CHECK_MS, check);
  return {
    stop: async () => {
      stopping.abort();
      cancel();
      await running;
    },
  };
}

const toBadCopy = (file: string): AppError => toDamage(file, new Error('a copy of it failed its check'));
