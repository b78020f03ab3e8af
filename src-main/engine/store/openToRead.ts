import type Database from 'better-sqlite3';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { toErrorMessage } from '#shared/toErrorMessage.ts';
import { findTableDamage } from './checkTables.ts';
import { copyAside, makeFolderAside, readHeader, removeFolder, removeLeftCopies } from './copyAside.ts';
import { migrate } from './migrate.ts';
import { type Migration, migrations } from './migrations/index.ts';
import { openDatabase } from './nativeBinding.ts';
import { configureReading, type Db } from './open.ts';
import {
  beginIndexBuild,
  indexNextMessages,
  indexWaiting,
  isFoldedOtherwise,
  isIndexBuilt,
  isIndexComplete,
} from './searchIndex.ts';
import { isDamage } from './storeError.ts';
import { stopWriting } from './storeHealth.ts';

/** A store that is only read. */
export interface ReadStore {
  readonly db: Db;
  /** Deletes the private copy, if there is one; call it after the store is closed. */
  readonly dispose: () => void;
}

type Reason = (AppError & { readonly code: 'copyNotOpened' })['reason'];

/**
 * Opens a store of Perch, such as a backup, for reading: the file is never written, and nothing is created beside it. What has an older
 * schema, a write-ahead log, an unfinished transaction or messages that are not indexed yet is copied into the system's folder for
 * temporary files and completed there. The whole file is checked first. Fails with `copyNotOpened`.
 */
export function openToRead(
  file: string,
  steps: readonly Migration[] = migrations,
): Result<ReadStore, AppError> {
  removeLeftCopies();
  try {
    const found = readHeader(file);
    if (!found) return fail(file, 'notPerch', 'no header of SQLite');
    const known = Math.max(...steps.map((step) => step.version));
    return (found.hasLog || found.version < known ? null : openInPlace(file, steps)) ?? openCopy(file, steps);
  } catch (cause) {
    return fail(file, toReason(cause), toErrorMessage(cause));
  }
}

/** Null if the file lacks something that can be completed in a copy. */
function openInPlace(file: string, steps: readonly Migration[]): Result<ReadStore, AppError> | null {
  const db = openDatabase(file, { readonly: true, fileMustExist: true });
  const checked = checkOrClose(db, file, steps);
  if (!checked.ok) return checked;
  if (!isIndexComplete(checked.value) || isFoldedOtherwise(checked.value)) {
    db.close();
    return null;
  }
  return ok(toReadStore(checked.value, file, null));
}

function openCopy(file: string, steps: readonly Migration[]): Result<ReadStore, AppError> {
  const folder = makeFolderAside();
  try {
    const copy = copyAside(file, folder);
    const opened = copy === null ? fail(file, 'changing', '') : openCompleted(copy, file, steps);
    if (!opened.ok) removeFolder(folder);
    return opened.ok ? ok(toReadStore(opened.value, file, folder)) : opened;
  } catch (cause) {
    removeFolder(folder);
    throw cause;
  }
}

function openCompleted(copy: string, file: string, steps: readonly Migration[]): Result<Db, AppError> {
  const db = openDatabase(copy);
  try {
    // Puts the log into the file.
    db.pragma('journal_mode = DELETE');
    const checked = checkOrClose(db, file, steps);
    if (checked.ok) completeIndex(checked.value);
    return checked;
  } catch (cause) {
    db.close();
    throw cause;
  }
}

const INDEXED_AT_ONCE = 5_000;

function completeIndex(db: Db): void {
  if (isFoldedOtherwise(db)) beginIndexBuild(db);
  indexWaiting(db);
  while (!isIndexBuilt(db)) indexNextMessages(db, INDEXED_AT_ONCE);
}

function toReadStore(db: Db, file: string, folder: string | null): ReadStore {
  configureReading(db);
  stopWriting(db, { code: 'readOnly', file }, file);
  return { db, dispose: () => removeFolder(folder) };
}

const fail = (file: string, reason: Reason, detail: string): Result<never, AppError> =>
  err({ code: 'copyNotOpened', file, reason, detail });

function toReason(cause: unknown): Reason {
  if (isDamage(cause)) return 'damaged';
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return /^(ENOSPC|EDQUOT|SQLITE_FULL)/.test(code) ? 'noRoom' : 'unreadable';
}

/** The store, migrated if it is writable, once it is known to be whole; else closes it. */
function checkOrClose(
  db: Database.Database,
  file: string,
  steps: readonly Migration[],
): Result<Db, AppError> {
  const failed = check(db, file, steps);
  if (!failed) return ok(db as Db);
  db.close();
  return failed;
}

function check(
  db: Database.Database,
  file: string,
  steps: readonly Migration[],
): Result<never, AppError> | null {
  try {
    const migrated = migrate(db, null, steps);
    if (!migrated.ok) return fail(file, ...toMigrateReason(migrated.error));
    const damage = findTableDamage(db);
    return damage === null ? null : fail(file, 'damaged', damage);
  } catch (cause) {
    return fail(file, toReason(cause), toErrorMessage(cause));
  }
}

function toMigrateReason(error: AppError): [Reason, string] {
  if (error.code === 'storeFromFuture') return ['newer', `${error.found} > ${error.known}`];
  return ['notPerch', error.code === 'storeCorrupt' ? error.detail : error.code];
}
