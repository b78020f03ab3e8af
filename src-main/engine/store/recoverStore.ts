import { renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Recovery } from '#shared/contract/enginePort.ts';
import type { Salvaged } from '#shared/domain/salvaged.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { isSoundFile, listCopies, type StoreCopy, toStamp } from './copies.ts';
import { openDatabase } from './nativeBinding.ts';
import { STORE_FILE } from './open.ts';
import { copyPrivateFile, removeDatabase } from './privateFiles.ts';
import { putSettingInto } from './putSettingInto.ts';
import { replaceStore, setAside, toUnfinished } from './replaceStore.ts';
import { beginRestore, forgetRestore, markRestored } from './restoreRecord.ts';
import { salvage } from './salvage.ts';
import { SALVAGED_SETTING } from './salvaged.ts';
import { toStoreError } from './storeError.ts';
import { forgetStore } from './storeMarkers.ts';

/**
 * Replaces the store in `dir`, which must not be open, as a person has chosen. The old file is kept as
 * perch-damaged-TIME.sqlite. Fails with `notRecovered` or `storeUnwritable`; then nothing has changed.
 */
export function recoverStore(dir: string, how: Recovery, now: number): Result<null, AppError> {
  const file = join(dir, STORE_FILE);
  try {
    // The choice of now comes after one that a kill may have cut short.
    forgetRestore(dir);
    if (how !== 'new') {
      const made = how === 'copy' ? restoreCopy(dir, now) : salvageInto(dir, now);
      if (made === null) return err({ code: 'notRecovered', file, how });
      replaceStore(dir, made, now);
    } else {
      setAside(dir, now);
      forgetStore(dir);
      keepCopiesApart(dir, now);
    }
    return ok(null);
  } catch (cause) {
    const error = toStoreError(file, cause);
    if (!error) throw cause;
    return err(error);
  }
}

/** Copies the newest copy that is sound; null if there is none. */
function restoreCopy(dir: string, now: number): string | null {
  const good = listCopies(dir).find((copy) => isSoundFile(copy.file));
  if (!good) return null;
  const id = beginRestore(dir, { at: good.at, wayBackAt: null });
  return prepareCopy(good, dir, { id, now });
}

/** Makes a store of a sound copy, beside the one that it is to replace, and returns its file. `id` is that of the restore. */
export function prepareCopy(
  { file }: StoreCopy,
  dir: string,
  { id, now }: { readonly id: string; readonly now: number },
): string {
  const target = toUnfinished(dir);
  removeDatabase(target);
  copyPrivateFile(file, target);
  distrustReplies(target, now);
  markRestored(target, id);
  return target;
}

/**
 * A reply that was on its way when the copy was made may have been sent since: it is looked for on X, and sent again only if
 * an agent says so.
 */
function distrustReplies(file: string, now: number): void {
  const db = openDatabase(file);
  try {
    db.pragma('journal_mode = DELETE');
    db.prepare(
      `UPDATE outbox SET state = 'unknown', confirmed_missing = 0, reconcile_attempts = 0, was_unknown = 1, error = NULL,
         attempted_at = coalesce(attempted_at, ready_at), next_attempt_at = ?
       WHERE state IN ('held', 'queued', 'sending')`,
    ).run(now);
  } finally {
    db.close();
  }
}

function salvageInto(dir: string, now: number): string | null {
  const target = toUnfinished(dir);
  removeDatabase(target);
  const { rows, tables, damaged } = salvage(join(dir, STORE_FILE), target);
  if (rows > 0) {
    const salvaged: Salvaged = { at: now, rows, tables, damaged: [...damaged] };
    putSettingInto(target, SALVAGED_SETTING, salvaged);
    return target;
  }
  removeDatabase(target);
  return null;
}

// Otherwise the three copies of the old store would soon give way to those of the new one.
function keepCopiesApart(dir: string, now: number): void {
  if (listCopies(dir).length > 0) renameSync(join(dir, 'copies'), join(dir, `copies-before-${toStamp(now)}`));
}
