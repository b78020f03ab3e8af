import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import type { AppError } from '#shared/errors.ts';
import { copyAside, makeFolderAside, removeFolder } from './copyAside.ts';
import { migrations } from './migrations/index.ts';
import { openDatabase } from './nativeBinding.ts';
import { configureReading, type Db, STORE_FILE } from './open.ts';
import { isEmptyFile } from './privateFiles.ts';
import { defineFunctions } from './sqlFunctions.ts';
import { stopWriting } from './storeHealth.ts';

/**
 * Opens the store in `dir` for reading on a disk that is full or read-only; `error` says why nothing can be written. Returns
 * null if there is no store of this version that can be read.
 */
export function openReadOnly(dir: string, error: AppError): Db | null {
  return openAs([openFile, openInMemory], dir, { ...error, reading: true } as AppError);
}

/** Opens the store in `dir` for reading before it is checked. Returns null if there is no store of this version that can be read. */
export const openUnchecked = (dir: string): Db | null => openAs([openFile], dir, { code: 'storeChecking' });

/** Opens the store in `dir` in the first of these ways in which it can be read. */
function openAs(
  ways: readonly ((file: string) => Database.Database)[],
  dir: string,
  error: AppError,
): Db | null {
  const file = join(dir, STORE_FILE);
  if (isEmptyFile(file)) return null;
  for (const open of ways) {
    const db = attempt(() => open(file));
    if (db && isReadable(db)) {
      defineFunctions(db);
      configureReading(db);
      stopWriting(db, error, file);
      return db as Db;
    }
    db?.close();
  }
  return null;
}

// Works if the files of the write-ahead log are there, or can be created.
const openFile = (file: string) => openDatabase(file, { readonly: true, fileMustExist: true });

// SQLite needs a file beside a store in WAL mode, which a full or read-only disk does not give it.
function openInMemory(file: string): Database.Database {
  const content = hasLog(file) ? mergeLog(file) : readFileSync(file);
  // The read and write versions in the header: 2 means WAL mode. https://www.sqlite.org/fileformat.html#the_database_header
  content.fill(1, 18, 20);
  return openDatabase(content, { readonly: true });
}

const hasLog = (file: string) => !isEmptyFile(`${file}-wal`);

/** The content of a store with its write-ahead log, merged in the system's folder for temporary files. */
function mergeLog(file: string): Buffer {
  const folder = makeFolderAside();
  try {
    const merged = copyAside(file, folder);
    if (merged === null) throw new Error('somebody keeps writing to the file');
    const db = openDatabase(merged);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    return readFileSync(merged);
  } finally {
    removeFolder(folder);
  }
}

function isReadable(db: Database.Database): boolean {
  const version = attempt(() => {
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return Number(db.pragma('user_version', { simple: true }));
  });
  return version === migrations.at(-1)?.version;
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
