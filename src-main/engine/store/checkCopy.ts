import { setImmediate } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { checkTables } from './checkTables.ts';
import { openDatabase } from './nativeBinding.ts';
import { defineFunctions } from './sqlFunctions.ts';

/** What the check of a copy found. */
export interface CheckedCopy {
  /** Whether it is a store, and none of its tables is damaged. */
  readonly isSound: boolean;
  /** What `readNewest` returns for it; null if it is not sound. */
  readonly newest: string | null;
}

const unsound: CheckedCopy = { isSound: false, newest: null };

/** Opens a copy, turns it into a file without a write-ahead log, and checks it table by table, so that others get their turn. */
export async function checkCopy(file: string, signal?: AbortSignal): Promise<CheckedCopy> {
  const copy = openDatabase(file);
  try {
    defineFunctions(copy);
    copy.pragma('journal_mode = DELETE');
    for (const damage of checkTables(copy)) {
      if (damage !== null) return unsound;
      await setImmediate();
      signal?.throwIfAborted();
    }
    return isStore(copy) ? { isSound: true, newest: readNewest(copy) } : unsound;
  } catch (cause) {
    if (cause instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(cause.code)) return unsound;
    throw cause;
  } finally {
    copy.close();
  }
}

/** The ids of the newest message and of what was done last, as one text. */
export function readNewest(db: Pick<Database.Database, 'prepare'>): string {
  const text = 'SELECT json_array((SELECT max(id) FROM messages), (SELECT max(id) FROM activities))';
  return String(db.prepare(text).pluck().get());
}

/** Whether an open file has the tables of some version of Perch. */
export const isStore = (db: Pick<Database.Database, 'pragma'>): boolean =>
  Number(db.pragma('user_version', { simple: true })) > 0;
