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
  /** Copies the store now, or waits for the copy that is being made; fails if it is only read. */
  readonly copyStore: () => Promise<Result<StoreCopy, AppError>>;
  /** Copies it once a day from now on. */
  readonly startDaily: () => void;
  readonly stop: () => Promise<void>;
}

type CopiesContext = Pick<EngineContext, 'db' | 'clock' | 'log' | 'emit'>;

/**
 * Copies the store when asked for, and once a day while it is open. A copy that fails its check ends all writing, because it contains what the
 * store contains. A full disk is logged, and tried again within an hour.
 */
export function createCopies(ctx: CopiesContext, dir: string): Copies {
  const { db, clock } = ctx;
  const stopping = new AbortController();
  let running: ReturnType<Copies['copyStore']> | null = null;
  let cancel = () => {};
  const copyStore = async () => {
    const error = getStoreError(db);
    if (error) return err(error);
    running ??= copy(ctx, dir, stopping.signal).finally(() => {
      running = null;
    });
    return await running;
  };
  const check = () => {
    const newest = newestCopyAt(dir);
    const isDue = newest === null || newest > clock.now() || clock.now() - newest >= DAY_MS;
    // What fails is logged, and tried again within an hour.
    if (isDue) copyStore().catch(() => {});
    cancel = clock.after(HOUR_MS, check);
  };
  return {
    copyStore,
    startDaily: () => {
      cancel = clock.after(FIRST_CHECK_MS, check);
    },
    stop: async () => {
      stopping.abort();
      cancel();
      await running?.catch(() => {});
    },
  };
}

async function copy(
  { db, clock, log, emit }: CopiesContext,
  dir: string,
  stopping: AbortSignal,
): Promise<Result<StoreCopy, AppError>> {
  try {
    const made = await makeCopy(db, dir, clock.now(), stopping);
    if (made) {
      log('store.copied', { at: made.at });
      emit({ name: 'backups.changed', params: {} });
      return ok(made);
    }
    const error = toBadCopy(db.name);
    stopWriting(db, error);
    return err(error);
  } catch (cause) {
    if (stopping.aborted) return err({ code: 'engineGone' });
    log('store.copyFailed', { cause: String(cause) });
    const error = toStoreError(dir, cause);
    if (!error) throw cause;
    return err(error);
  }
}

const toBadCopy = (file: string): AppError => toDamage(file, new Error('a copy of it failed its check'));
