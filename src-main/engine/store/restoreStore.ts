import { renameSync } from 'node:fs';
import { join } from 'node:path';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { SECOND_MS } from '#shared/time.ts';
import { findCopy, isSoundFile, listCopies, type StoreCopy, toCopiesFolder, toCopyName } from './copies.ts';
import { openDatabase } from './nativeBinding.ts';
import { STORE_FILE } from './open.ts';
import { copyPrivateFile, syncFile } from './privateFiles.ts';
import { prepareCopy } from './recoverStore.ts';
import { replaceStore } from './replaceStore.ts';
import { beginRestore, forgetRestore } from './restoreRecord.ts';
import { isDamage, toStoreError } from './storeError.ts';

/**
 * Replaces the store in `dir`, which must not be open, by the copy with this name. The store of before becomes the newest copy, so
 * that it can be restored in the same way; if it is damaged it is set aside. Fails with `notRestored` or `storeUnwritable`; then nothing has changed.
 * `getRestoreOutcome` says whether it was done, also if the engine is killed meanwhile.
 *
 *     copies/perch-THEN.sqlite --copy--> perch.sqlite.recovered
 *     perch.sqlite --copy--> copies/perch-NOW.sqlite
 *     perch.sqlite.recovered --rename--> perch.sqlite
 */
export function restoreStore(dir: string, name: string, now: number): Result<null, AppError> {
  const file = join(dir, STORE_FILE);
  const chosen = findCopy(dir, name);
  try {
    const isRestored = chosen !== null && restoreCopy(chosen, dir, now);
    return isRestored ? ok(null) : err({ code: 'notRestored', name });
  } catch (cause) {
    const error = toStoreError(file, cause);
    if (!error) throw cause;
    return err(error);
  }
}

/** Returns false if the copy is damaged. */
function restoreCopy(chosen: StoreCopy, dir: string, now: number): boolean {
  const file = join(dir, STORE_FILE);
  const wayBackAt = toFreeTime(listCopies(dir), now);
  const id = beginRestore(dir, { at: chosen.at, wayBackAt });
  if (!isSoundFile(chosen.file)) {
    forgetRestore(dir);
    return false;
  }
  const made = prepareCopy(chosen, dir, { id, now });
  if (isSoundFile(file) && mergeLog(file)) {
    syncFile(made);
    // Not renamed, so that there is a store at any moment.
    copyPrivateFile(file, join(toCopiesFolder(dir), toCopyName(wayBackAt)));
    renameSync(made, file);
  } else replaceStore(dir, made, now);
  return true;
}

/** Writes a store's log into its file. Returns false if it is damaged. */
function mergeLog(file: string): boolean {
  const db = openDatabase(file);
  try {
    db.pragma('journal_mode = DELETE');
    return true;
  } catch (cause) {
    if (isDamage(cause)) return false;
    throw cause;
  } finally {
    db.close();
  }
}

/** A time of which there is no copy yet, also where the clock was set back. */
function toFreeTime([newest]: readonly StoreCopy[], now: number): number {
  return newest && newest.at + SECOND_MS > now ? newest.at + SECOND_MS : now;
}
