import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { z } from 'zod';
import type { RestoreOutcome } from '#shared/domain/restoreOutcome.ts';
import { findCopy, toCopyName } from './copies.ts';
import type { Db } from './open.ts';
import { writePrivateFile } from './privateFiles.ts';
import { putSettingInto } from './putSettingInto.ts';
import { getSetting } from './settings.ts';

/** The name of the record's file inside a workspace folder. */
export const RESTORE_FILE = 'restore.json';

/** The setting with the id of the restore that a store was made by. */
const RESTORED_SETTING = 'restored';

const RestoreRecord = z.object({ id: z.string(), at: z.number(), wayBackAt: z.number().nullable() });

/**
 * Records that the copy of `at` is to be restored, and that the store of before is to become the copy of `wayBackAt`. Returns the id that the
 * restored store has to bear: both come into place in one rename, so a kill at any moment leaves no doubt whether it was done.
 */
export function beginRestore(dir: string, what: Omit<z.infer<typeof RestoreRecord>, 'id'>): string {
  const id = v7();
  writePrivateFile(join(dir, RESTORE_FILE), Buffer.from(`${JSON.stringify({ id, ...what })}\n`));
  return id;
}

/** Has a store that is not in place yet bear the id of its restore. */
export const markRestored = (file: string, id: string): void => putSettingInto(file, RESTORED_SETTING, id);

/** What became of the restore that is recorded in `dir`, the folder of `db`; null if none is. */
export function getRestoreOutcome(db: Db, dir: string): RestoreOutcome | null {
  const record = readRecord(dir);
  if (!record) return null;
  const { id, at, wayBackAt } = record;
  const isDone = getSetting(db, RESTORED_SETTING) === id;
  // Among the copies it bears its time to the second.
  const wayBack = isDone && wayBackAt !== null ? findCopy(dir, toCopyName(wayBackAt)) : null;
  return { at, isDone, wayBackAt: wayBack?.at ?? null };
}

/** Deletes the record of the last restore. */
export function forgetRestore(dir: string): void {
  rmSync(join(dir, RESTORE_FILE), { force: true });
}

function readRecord(dir: string): z.infer<typeof RestoreRecord> | null {
  try {
    return RestoreRecord.parse(JSON.parse(readFileSync(join(dir, RESTORE_FILE), 'utf8')));
  } catch {
    return null;
  }
}
