import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { toErrorMessage } from '#shared/toErrorMessage.ts';
import type { EngineContext } from './context/context.ts';
import { getBackupSettings } from './store/backupSettings.ts';
import { listCopies, type StoreCopy } from './store/copies.ts';
import { copyToFolder, newestCopyIn } from './store/copyFolder.ts';
import { toStoreError } from './store/storeError.ts';

/** Copies of the copies in a folder that somebody chose, such as one on another disk. */
export interface FolderCopies {
  /** Copies a copy into a folder, one at a time. */
  readonly copyInto: (chosen: string, copy: StoreCopy) => Promise<Result<null, AppError>>;
  /** Copies the newest copy into the folder of the settings if it is not there. */
  readonly catchUp: () => Promise<void>;
  readonly getError: () => AppError | null;
  readonly idle: () => Promise<unknown>;
}

export function createFolderCopies({
  db,
  dataDir,
  log,
  emit,
}: Pick<EngineContext, 'db' | 'dataDir' | 'log' | 'emit'>): FolderCopies {
  let last: Promise<unknown> = Promise.resolve();
  let error: AppError | null = null;
  const copyNow = async (chosen: string, copy: StoreCopy): Promise<Result<null, AppError>> => {
    try {
      await copyToFolder(dataDir, chosen, copy);
      error = null;
      log('store.copiedToFolder', { at: copy.at });
      return ok(null);
    } catch (cause) {
      if (!toStoreError(chosen, cause)) throw cause;
      log('store.folderCopyFailed', { cause: toErrorMessage(cause) });
      return err({ code: 'fileNotSaved', file: chosen, detail: toErrorMessage(cause) });
    }
  };
  const copyInto: FolderCopies['copyInto'] = async (chosen, copy) => {
    const copied = last.then(async () => await copyNow(chosen, copy));
    last = copied.catch(() => {});
    return await copied;
  };
  return {
    copyInto,
    catchUp: async () => {
      const { folder } = getBackupSettings(db);
      const [newest] = listCopies(dataDir);
      if (folder === null || !newest || (newestCopyIn(dataDir, folder) ?? 0) >= newest.at) return;
      const copied = await copyInto(folder, newest);
      if (!copied.ok) error = copied.error;
      emit({ name: 'backups.changed', params: {} });
    },
    getError: () => error,
    idle: async () => await last,
  };
}
