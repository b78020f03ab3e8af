import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import type { EngineContext } from './context/context.ts';
import { makeCopy, newestCopyAt, type StoreCopy } from './store/copies.ts';
import { toStoreError } from './store/storeError.ts';
import { getStoreError, stopWriting, toDamage } from './store/storeHealth.ts';

/** Not at once: the first minute belongs to the person who opened Perch. */
const FIRST_CHECK_MS = MINUTE_MS;

/** Copies of the store, made one at a time. */
export interface Copies {
  /** Copies the store now, or waits for the copy that is being made. */
  readonly copyStore: () => Promise<Result<StoreCopy, AppError>>;
  readonly stop: () => Promise<void>;
}

/**
 * Copies the store once a day while it is open. A copy that fails its check ends all writing, because it contains what the
 * store contains. A full disk is logged, and tried again within an hour.
 */
export function startDailyCopies(
  { db, clock, log, emit }: Pick<EngineContext, 'db' | 'clock' | 'log' | 'emit'>,
  dir: string,
): Copies {
  const stopping = new AbortController();
  let running: ReturnType<Copies['copyStore']> | null = null;
  let cancel = () => {};
  const copy = async (): Promise<Result<StoreCopy, AppError>> => {
    try {
      const made = await makeCopy(db, dir, clock.now(), stopping.signal);
      if (made) {
        log('store.copied', { at: made.at });
        emit({ name: 'backups.changed', params: {} });
        return ok(made);
      }
      const error = toBadCopy(db.name);
      stopWriting(db, error);
      return err(error);
    } catch (cause) {
      if (stopping.signal.aborted) return err({ code: 'engineGone' });
      log('store.copyFailed', { cause: String(cause) });
      const error = toStoreError(dir, cause);
      if (!error) throw cause;
      return err(error);
    }
  };
  const copyStore = () => {
    running ??= copy().finally(() => {
      running = null;
    });
    return running;
  };
  const check = () => {
    const newest = newestCopyAt(dir);
    const isDue = newest === null || newest > clock.now() || clock.now() - newest >= DAY_MS;
    // What fails is logged, and tried again within an hour.
    if (isDue && !getStoreError(db)) copyStore().catch(() => {});
    cancel = clock.after(HOUR_MS, check);
  };
  cancel = clock.after(FIRST_CHECK_MS, check);
  return {
    copyStore,
    stop: async () => {
      stopping.abort();
      cancel();
      await running?.catch(() => {});
    },
  };
}

const toBadCopy = (file: string): AppError => toDamage(file, new Error('a copy of it failed its check'));
