import { dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { findAnyDamage, findTableDamage } from './checkTables.ts';
import { newestCopyAt } from './copies.ts';
import { migrate } from './migrate.ts';
import { type Migration, migrations } from './migrations/index.ts';
import { nativeBinding, openDatabase } from './nativeBinding.ts';
import { isEmptyFile, makeFolder, makePrivateFile } from './privateFiles.ts';
import { requestIndexCheck } from './searchIndex.ts';
import { defineFunctions } from './sqlFunctions.ts';
import { isDamage, toStoreError } from './storeError.ts';
import { getStoreError, stopWriting, toDamage } from './storeHealth.ts';
import { hadStore, markClosed, markDamaged, markOpen, readOpenMarker } from './storeMarkers.ts';

declare const opened: unique symbol;
/** A workspace's store: migrated, durable, the only connection that writes to its file. */
export type Db = Database.Database & { readonly [opened]: true };

interface OpenOptions {
  /** The schema's steps; others only in tests. */
  readonly migrations?: readonly Migration[];
  readonly platform?: NodeJS.Platform;
  /** What was found since the process that did not close the file; nothing is checked again then. */
  readonly checked?: StoreCheck | null;
}

/** What is wrong with a store that was checked; null if nothing is. */
export interface StoreCheck {
  readonly damage: string | null;
}

/** The name of the store's file inside a workspace folder. */
export const STORE_FILE = 'perch.sqlite';

/**
 * Opens the store in `dir`, creates what is missing and migrates an older file. Fails with `storeFromFuture`, `storeCorrupt`,
 * `storeMissing` or `storeUnwritable`; a newer or damaged file is left untouched. After a process that did not close it, the
 * file is checked first: if it is damaged but has the newest schema it is opened, and `getStoreError` says why nothing is written.
 */
export function openStore(dir: string, options: OpenOptions = {}): Result<Db, AppError> {
  const file = join(dir, STORE_FILE);
  const steps = options.migrations ?? migrations;
  const binding = nativeBinding(file);
  if (!binding.ok) return binding;
  let db: Database.Database | undefined;
  try {
    makeFolder(dir);
    const had = hadStore(dir, STORE_FILE);
    if (had && isEmptyFile(file)) return err(toMissing(dir, file));
    makePrivateFile(file);
    db = openDatabase(file, { timeout: 5_000 });
    defineFunctions(db);
    if (had && hasNoTables(db)) return fail(db, toMissing(dir, file));
    const left = readOpenMarker(dir);
    const damage = findDamage(db, left, options);
    if (damage) return openDamaged(db, damage, steps, options);
    // Overwrites deleted content with zeros instead of only unlinking it, in migrations too.
    db.pragma('secure_delete = ON');
    const migrated = migrate(db, dir, steps);
    if (!migrated.ok) return fail(db, migrated.error);
    const configured = configure(db, options.platform ?? process.platform);
    if (left !== 'closed') requestIndexCheck(configured);
    markOpen(dir);
    return ok(configured);
  } catch (cause) {
    const error = toStoreError(file, cause);
    const failed = error?.code === 'storeCorrupt' ? withCopy(dir, error) : error;
    closeUnchanged(db, file);
    if (!failed) throw cause;
    return err(failed);
  }
}

/**
 * Closes a store, and records that it was closed. Never throws, also on a disk that has become read-only: everything that was
 * committed is in the file or in its write-ahead log. To a damaged file nothing more is written.
 */
export function closeStore(db: Db): void {
  const error = getStoreError(db);
  if (error) {
    if (error.code === 'storeCorrupt') markDamaged(dirname(error.file));
    closeUnchanged(db, db.name);
    return;
  }
  try {
    db.close();
    markClosed(dirname(db.name));
  } catch {
    // The marker stays, so that the next opening checks the file.
  }
}

function fail(db: Database.Database, error: AppError): Result<never, AppError> {
  closeUnchanged(db, db.name);
  return err(error);
}

// The last connection to close would copy the write-ahead log into the file; one that only reads cannot.
function closeUnchanged(db: Database.Database | undefined, file: string): void {
  let reader: Database.Database | undefined;
  try {
    if (db?.open && !db.memory) {
      reader = openDatabase(file, { readonly: true, fileMustExist: true });
      reader.prepare('SELECT count(*) FROM sqlite_schema').get();
    }
  } catch {
    // The file cannot be read at all, so nothing is copied into it either.
  }
  for (const connection of [db, reader]) {
    try {
      connection?.close();
    } catch {}
  }
}

function openDamaged(
  db: Database.Database,
  damage: string,
  steps: readonly Migration[],
  options: OpenOptions,
): Result<Db, AppError> {
  const error = toDamage(db.name, new Error(damage));
  const isReadable = Number(db.pragma('user_version', { simple: true })) === steps.at(-1)?.version;
  if (!isReadable) return fail(db, { ...error, reading: false } as AppError);
  const configured = configure(db, options.platform ?? process.platform);
  stopWriting(configured, error);
  return ok(configured);
}

/** What is wrong with a store that was not closed; null if nothing is. The slower check compares indexes with their tables too. */
function findDamage(
  db: Database.Database,
  left: 'closed' | 'open' | 'damaged',
  { checked }: OpenOptions,
): string | null {
  if (left === 'closed') return null;
  if (checked) return checked.damage;
  try {
    return left === 'damaged' ? findAnyDamage(db) : findTableDamage(db);
  } catch (cause) {
    if (isDamage(cause)) return String(cause);
    throw cause;
  }
}

const hasNoTables = (db: Database.Database) =>
  db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;

const toMissing = (dir: string, file: string): AppError => ({
  code: 'storeMissing',
  file,
  copyAt: newestCopyAt(dir),
});

const withCopy = (dir: string, error: AppError): AppError =>
  error.code === 'storeCorrupt' ? { ...error, copyAt: newestCopyAt(dir) } : error;

function configure(db: Database.Database, platform: NodeJS.Platform): Db {
  db.pragma('journal_mode = WAL');
  // better-sqlite3 falls back to NORMAL in WAL mode, which loses acknowledged commits at a power cut.
  db.pragma('synchronous = FULL');
  if (platform === 'darwin') db.pragma('fullfsync = ON');
  db.pragma('foreign_keys = ON');
  configureReading(db);
  // In pages, 32 MB: a page that changes often is written back once for many transactions. Recovery after a crash takes some ms.
  db.pragma('wal_autocheckpoint = 8000');
  return db as Db;
}

/** Sets what reading needs too. */
export function configureReading(db: Database.Database): void {
  // In KiB. More makes neither searches nor storing faster at a million messages: the system keeps the file in memory as well.
  db.pragma('cache_size = -16384');
  // Keeps rollback data of statements out of temporary files.
  db.pragma('temp_store = MEMORY');
}
