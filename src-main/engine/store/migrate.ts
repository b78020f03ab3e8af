import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Migration } from './migrations/index.ts';
import { defineFunctions } from './sqlFunctions.ts';

/** Marks a file as a store of Perch ("Prch"): https://www.sqlite.org/pragma.html#pragma_application_id */
const APPLICATION_ID = 0x50726368;

/**
 * Migrates `db` to the newest of `steps` in one transaction and returns its version. Defines the SQL functions that the schema
 * uses. A file with data is first copied to perch-before-vN.sqlite in `dir`, if there is one. Fails with `storeFromFuture` for a file of a newer
 * Perch and with `storeCorrupt` for one of another program; both are left untouched.
 */
export function migrate(
  db: Database.Database,
  dir: string | null,
  steps: readonly Migration[],
): Result<number, AppError> {
  defineFunctions(db);
  const found = Number(db.pragma('user_version', { simple: true }));
  const known = Math.max(...steps.map((step) => step.version));
  if (found > known) return err({ code: 'storeFromFuture', found, known, file: db.name });
  if (isForeign(db, found)) {
    return err({
      code: 'storeCorrupt',
      file: db.name,
      detail: 'the file is not a store of Perch',
      isForeign: true,
    });
  }
  if (found === known) return ok(known);
  if (found > 0 && dir !== null) keepCopy(db, dir, known);
  const pending = steps.filter((step) => step.version > found);
  db.transaction(() => {
    for (const step of pending) {
      take(db, step);
      db.pragma(`user_version = ${step.version}`);
    }
    db.pragma(`application_id = ${APPLICATION_ID}`);
  }).immediate();
  return ok(known);
}

function take(db: Database.Database, { sql, rewritesSchema = false }: Migration): void {
  if (rewritesSchema) db.unsafeMode(true);
  try {
    db.exec(sql);
  } finally {
    if (rewritesSchema) db.unsafeMode(false);
  }
}

/** Whether an open file of this schema version is a database of another program. */
export function isForeign(db: Database.Database, version: number): boolean {
  const tables = Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
  const mark = Number(db.pragma('application_id', { simple: true }));
  return tables === 0 ? false : version === 0 || mark !== APPLICATION_ID;
}

function keepCopy(db: Database.Database, dir: string, version: number): void {
  const copy = join(dir, `perch-before-v${version}.sqlite`);
  const unfinished = `${copy}.unfinished`;
  rmSync(unfinished, { force: true });
  db.prepare('VACUUM INTO ?').run(unfinished);
  chmodSync(unfinished, 0o600);
  const handle = openSync(unfinished, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(unfinished, copy);
}
