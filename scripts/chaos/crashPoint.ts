import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { newestVersion } from '#engine/store/migrations/index.ts';
import { STORE_FILE } from '#engine/store/open.ts';

/** What an engine was doing when it was killed. If it did several things, the first of this list. */
export type CrashPoint = 'migrating' | 'sending' | 'capturing' | 'idle';

// A store that is not yet in WAL mode has a journal, without which a half-written commit could not be rolled back.
const storeFiles = [STORE_FILE, `${STORE_FILE}-wal`, `${STORE_FILE}-journal`];

/**
 * Returns what a killed engine was doing, judged by the files it left in `dir`. It reads a copy, so that recovery is left to the
 * next engine.
 */
export function readCrashPoint(dir: string, wasCapturing: boolean): CrashPoint {
  if (!existsSync(join(dir, STORE_FILE))) return 'idle';
  const { version, sending } = readStoreCopy(dir, readStore);
  if (version > 0 && version < newestVersion && hasStartedMigration(dir)) return 'migrating';
  if (sending > 0) return 'sending';
  return wasCapturing ? 'capturing' : 'idle';
}

/** Returns the texts of all replies in the outbox of the store that a killed engine left in `dir`. */
export function readOutboxTexts(dir: string): Set<string> {
  if (!existsSync(join(dir, STORE_FILE))) return new Set();
  return readStoreCopy(dir, (db) => {
    if (Number(db.pragma('user_version', { simple: true })) === 0) return new Set();
    const texts = db
      .prepare<[], string>(`SELECT text FROM outbox ${hasParts(db) ? ofParts : ''}`)
      .pluck()
      .all();
    return new Set(texts);
  });
}

const ofParts = `UNION SELECT p.value ->> 'text' FROM outbox, json_each(parts) p WHERE parts IS NOT NULL`;

const hasParts = (db: Database.Database): boolean =>
  db.prepare(`SELECT 1 FROM pragma_table_info('outbox') WHERE name = 'parts'`).get() !== undefined;

function readStoreCopy<T>(dir: string, read: (db: Database.Database) => T): T {
  const copy = mkdtempSync(join(tmpdir(), 'perch-crash-'));
  try {
    for (const name of storeFiles) {
      if (existsSync(join(dir, name))) copyFileSync(join(dir, name), join(copy, name));
    }
    const db = new Database(join(copy, STORE_FILE));
    try {
      return read(db);
    } finally {
      db.close();
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

const backupPath = (dir: string) => join(dir, `perch-before-v${newestVersion}.sqlite`);

/** Whether an engine has started to migrate the store in `dir`. Its first step is a backup. */
export const hasStartedMigration = (dir: string): boolean =>
  existsSync(`${backupPath(dir)}.unfinished`) || hasBackup(dir);

/** Whether the backup is complete, so that the migration of the store itself comes next. */
export const hasBackup = (dir: string): boolean => existsSync(backupPath(dir));

function readStore(db: Database.Database): { readonly version: number; readonly sending: number } {
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version === 0) return { version, sending: 0 };
  const sending = db.prepare(`SELECT count(*) FROM outbox WHERE state = 'sending'`).pluck().get();
  return { version, sending: Number(sending) };
}
