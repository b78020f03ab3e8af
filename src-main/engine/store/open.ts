import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { migrate } from './migrate.ts';
import { type Migration, migrations } from './migrations/index.ts';
import { nativeBinding } from './nativeBinding.ts';
import { toStoreError } from './storeError.ts';

declare const opened: unique symbol;
/** A workspace's store: migrated, durable, the only writer of its file. */
export type Db = Database.Database & { readonly [opened]: true };

interface OpenOptions {
  /** The schema's steps; others only in tests. */
  readonly migrations?: readonly Migration[];
  readonly platform?: NodeJS.Platform;
}

/** The name of the store's file inside a workspace folder. */
export const STORE_FILE = 'perch.sqlite';

/**
 * Opens the store in `dir`, makes what is missing and brings an older file up to date. A file that is newer or
 * damaged is left as it is.
 */
export function openStore(dir: string, options: OpenOptions = {}): Result<Db, AppError> {
  const file = join(dir, STORE_FILE);
  const binding = nativeBinding(file);
  if (!binding.ok) return binding;
  let db: Database.Database | undefined;
  try {
    makeFolder(dir);
    makePrivateFile(file);
    db = new Database(file, { ...binding.value, timeout: 5_000 });
    const migrated = migrate(db, dir, options.migrations ?? migrations);
    if (!migrated.ok) {
      db.close();
      return migrated;
    }
    return ok(configure(db, options.platform ?? process.platform));
  } catch (cause) {
    db?.close();
    const error = toStoreError(file, cause);
    if (!error) throw cause;
    return err(error);
  }
}

/** Makes a workspace folder that only its owner can read; one that is there keeps its permissions. */
export function makeFolder(dir: string): void {
  if (existsSync(dir)) return;
  // Step by step: below a folder that refuses entries, such as /proc, Node's own recursion never ends.
  const parent = dirname(dir);
  if (parent !== dir) makeFolder(parent);
  mkdirSync(dir, { mode: 0o700 });
}

/** Makes a file that only its owner can read, and takes everybody else's rights to one that is there. */
export function makePrivateFile(file: string): void {
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
  else chmodSync(file, 0o600);
}

function configure(db: Database.Database, platform: NodeJS.Platform): Db {
  db.pragma('journal_mode = WAL');
  // better-sqlite3 falls back to NORMAL in WAL mode, which loses acknowledged commits at a power cut.
  db.pragma('synchronous = FULL');
  if (platform === 'darwin') db.pragma('fullfsync = ON');
  // What is deleted or emptied is written over with zeros, not only taken off the lists.
  db.pragma('secure_delete = ON');
  db.pragma('foreign_keys = ON');
  db.pragma('cache_size = -65536');
  // In pages: the same page is written back once for many rounds; a log of 32 MB adds some ms to a start after a crash.
  db.pragma('wal_autocheckpoint = 8000');
  // What a statement may have to take back stays out of files.
  db.pragma('temp_store = MEMORY');
  return db as Db;
}
