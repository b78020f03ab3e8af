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
/** A workspace's store: migrated, durable, the only connection that writes to its file. */
export type Db = Database.Database & { readonly [opened]: true };

interface OpenOptions {
  /** The schema's steps; others only in tests. */
  readonly migrations?: readonly Migration[];
  readonly platform?: NodeJS.Platform;
}

/** The name of the store's file inside a workspace folder. */
export const STORE_FILE = 'perch.sqlite';

/**
 * Opens the store in `dir`, creates what is missing and migrates an older file. Fails with `storeFromFuture`, `storeCorrupt`
 * or `storeUnwritable`; a newer or damaged file is left untouched.
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
    // Overwrites deleted content with zeros instead of only unlinking it, in migrations too.
    db.pragma('secure_delete = ON');
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

/** Creates a workspace folder that only its owner can read; an existing one keeps its permissions. */
export function makeFolder(dir: string): void {
  if (existsSync(dir)) return;
  // One by one: below a folder that refuses entries, such as /proc, Node's own recursion never ends.
  const parent = dirname(dir);
  if (parent !== dir) makeFolder(parent);
  mkdirSync(dir, { mode: 0o700 });
}

/** Creates a file that only its owner can read, and removes everybody else's permissions from an existing one. */
export function makePrivateFile(file: string): void {
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
  else chmodSync(file, 0o600);
}

function configure(db: Database.Database, platform: NodeJS.Platform): Db {
  db.pragma('journal_mode = WAL');
  // better-sqlite3 falls back to NORMAL in WAL mode, which loses acknowledged commits at a power cut.
  db.pragma('synchronous = FULL');
  if (platform === 'darwin') db.pragma('fullfsync = ON');
  db.pragma('foreign_keys = ON');
  db.pragma('cache_size = -65536');
  // In pages, 32 MB: a page that changes often is written back once for many transactions. Recovery after a crash takes some ms.
  db.pragma('wal_autocheckpoint = 8000');
  // Keeps rollback data of statements out of temporary files.
  db.pragma('temp_store = MEMORY');
  return db as Db;
}
