import { closeSync, openSync, readSync } from 'node:fs';
import type { Db } from '#engine/store/open.ts';
import { get } from '#engine/store/sql.ts';

/** Where the index of a write-ahead log says how many frames it has: https://www.sqlite.org/walformat.html#the_wal_index_file_format */
const FRAMES_AT = 16;

/** Counts the frames that a store writes to its write-ahead log. */
export interface WalFrames {
  /** Call it after every transaction: a log that was copied into the file begins again with the next one. */
  readonly count: () => void;
  readonly total: () => number;
  readonly close: () => void;
}

/** Counts from now on. */
export function countWalFrames(db: Db): WalFrames {
  // The log is opened by the first statement that needs it.
  get(db, 'SELECT count(*) FROM sqlite_schema');
  const index = openSync(`${db.name}-shm`, 'r');
  const bytes = new Uint32Array(1);
  const read = (): number => {
    readSync(index, bytes, 0, 4, FRAMES_AT);
    return bytes[0] ?? 0;
  };
  let last = read();
  let total = 0;
  return {
    count: () => {
      const now = read();
      total += now >= last ? now - last : now;
      last = now;
    },
    total: () => total,
    close: () => closeSync(index),
  };
}
