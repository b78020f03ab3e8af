import type { BackupInterval } from '#shared/domain/backup.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { toErrorMessage } from '#shared/toErrorMessage.ts';
import type { EngineContext } from './context/context.ts';
import type { Copies } from './context/services.ts';
import { createFolderCopies } from './folderCopies.ts';
import { addCopy } from './store/addCopy.ts';
import { getBackupSettings } from './store/backupSettings.ts';
import { listCopies, makeCopy, newestCopyAt, type StoreCopy } from './store/copies.ts';
import { toStoreError } from './store/storeError.ts';
import { getStoreError, stopWriting, toDamage } from './store/storeHealth.ts';

/** Not at once: the first minute belongs to the person who opened Perch. */
const FIRST_CHECK_MS = MINUTE_MS;

const intervals: Readonly<Record<BackupInterval, number>> = {
  sixHours: 6 * HOUR_MS,
  day: DAY_MS,
  week: 7 * DAY_MS,
};

/** `Copies` that also begin and end. */
export interface CopiesService extends Copies {
  /** Copies it as often as the settings say from now on. */
  readonly startDaily: () => void;
  readonly stop: () => Promise<void>;
}

type CopiesContext = Pick<EngineContext, 'db' | 'dataDir' | 'clock' | 'log' | 'emit'>;

/**
 * Copies the store when asked for, and regularly while it is open. A copy that fails its check ends all writing, because it contains what the
 * store contains. A full disk, and a folder that cannot be written, is logged, and tried again within an hour.
 */
export function createCopies(ctx: CopiesContext): CopiesService {
  const { dataDir, clock } = ctx;
  const making = createMaking(ctx);
  const folder = createFolderCopies(ctx);
  let cancel = () => {};
  const check = async () => {
    cancel = clock.after(HOUR_MS, tick);
    if (isDue(ctx)) await making.copyStore();
    await folder.catchUp();
  };
  // What fails is logged, and tried again within an hour.
  const tick = () => void check().catch(() => {});
  return {
    copyStore: async () => {
      const made = await making.copyStore();
      folder.catchUp().catch(() => {});
      return made;
    },
    copyAnew: making.copyAnew,
    addCopy: making.addCopy,
    copyInto: async (chosen) => {
      const [newest] = listCopies(dataDir);
      const made = newest ? ok(newest) : await making.copyStore();
      return made.ok ? await folder.copyInto(chosen, made.value) : made;
    },
    getFolderError: folder.getError,
    startDaily: () => {
      cancel = clock.after(FIRST_CHECK_MS, tick);
    },
    stop: async () => {
      cancel();
      await making.stop();
      await folder.idle();
    },
  };
}

/** Makes and adds copies one at a time; who asks for a new one while one is made gets that one. */
function createMaking(
  ctx: CopiesContext,
): Pick<CopiesService, 'copyStore' | 'copyAnew' | 'addCopy' | 'stop'> {
  const stopping = new AbortController();
  let running: ReturnType<Copies['copyStore']> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  };
  return {
    copyStore: async () => {
      const error = getStoreError(ctx.db);
      if (error) return err(error);
      running ??= inTurn(() => copy(ctx, stopping.signal)).finally(() => {
        running = null;
      });
      return await running;
    },
    copyAnew: async () => {
      const error = getStoreError(ctx.db);
      return error ? err(error) : await inTurn(() => copy(ctx, stopping.signal));
    },
    addCopy: async (path) =>
      await inTurn(async () =>
        stopping.signal.aborted
          ? err({ code: 'engineGone' })
          : await addCopy(ctx.db, ctx.dataDir, path, ctx.log),
      ),
    stop: async () => {
      stopping.abort();
      await last;
    },
  };
}

function isDue({ db, dataDir, clock }: CopiesContext): boolean {
  const newest = newestCopyAt(dataDir);
  const age = newest === null ? Number.POSITIVE_INFINITY : clock.now() - newest;
  return age < 0 || age >= intervals[getBackupSettings(db).every];
}

async function copy(
  { db, dataDir, clock, log, emit }: CopiesContext,
  stopping: AbortSignal,
): Promise<Result<StoreCopy, AppError>> {
  try {
    const made = await makeCopy(db, dataDir, clock.now(), { signal: stopping, log });
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
    log('store.copyFailed', { cause: toErrorMessage(cause) });
    const error = toStoreError(dataDir, cause);
    if (!error) throw cause;
    return err(error);
  }
}

const toBadCopy = (file: string): AppError => toDamage(file, new Error('a copy of it failed its check'));
