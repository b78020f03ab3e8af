import { type FileHandle, open } from 'node:fs/promises';
import type Database from 'better-sqlite3';
import { readNewest } from './checkCopy.ts';

/** Pages of one step, a few milliseconds. */
const AT_ONCE = 500;
/** Pages that are written before they are put on the disk. */
const TO_SYNC = 4_000;

/**
 * Copies an open store into `file`, which exists and is empty, step by step, so that others get their turn. Returns what `readNewest` says of
 * the copied state. Throws once `signal` is aborted.
 *
 * At its end SQLite waits until the whole file is on the disk, and nobody gets a turn meanwhile. So the file is put on the disk on the way,
 * outside of this thread, and the last step waits for that.
 */
export async function backUp(
  db: Pick<Database.Database, 'backup' | 'prepare'>,
  file: string,
  signal: AbortSignal | undefined,
): Promise<string> {
  const handle = await open(file, 'r+');
  try {
    const next = nextStep(handle);
    await db.backup(file, {
      progress: ({ remainingPages }) => {
        signal?.throwIfAborted();
        return next(remainingPages);
      },
    });
    // Before others get their turn: what they store is not in the copy.
    return readNewest(db);
  } finally {
    // Only now: closing a file ends the locks that SQLite has on it in this process.
    await handle.close();
  }
}

/** Returns how many pages the next step copies, given how many are left. */
function nextStep(handle: FileHandle): (remaining: number) => number {
  let isSyncing = false;
  let isLastSynced = false;
  let written = 0;
  const sync = () => {
    isSyncing = true;
    written = 0;
    // What fails here fails again at the end, where SQLite says so.
    const done = () => {
      isSyncing = false;
    };
    handle.datasync().then(done, done);
  };
  return (remaining) => {
    const isLast = remaining <= AT_ONCE;
    if (!isSyncing && (isLast ? !isLastSynced : written >= TO_SYNC)) {
      isLastSynced = isLast;
      sync();
    }
    if (isLast && isSyncing) return 0;
    written += AT_ONCE;
    return AT_ONCE;
  };
}
