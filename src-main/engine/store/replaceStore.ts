import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { removeUnfinished, toCopiesFolder, toStamp } from './copies.ts';
import { STORE_FILE } from './open.ts';
import { isEmptyFile, listNames, removeDatabase, syncFile } from './privateFiles.ts';
import { RESTORE_FILE } from './restoreRecord.ts';

/** Where a store is made that is to replace the one in `dir`. */
export const toUnfinished = (dir: string): string => join(dir, `${STORE_FILE}.recovered`);

/** The same once it is whole, while the store of before is set aside. */
const toWhole = (dir: string): string => join(dir, `${STORE_FILE}.ready`);

const toStore = (dir: string): string => join(dir, STORE_FILE);

/**
 * Replaces the store in `dir` by `made`, and keeps it as perch-damaged-TIME.sqlite. If the engine is killed meanwhile, the store is the one
 * of before, or `finishReplacing` ends it.
 *
 *     made --rename--> perch.sqlite.ready
 *     perch.sqlite, then its log --rename--> perch-damaged-TIME.sqlite
 *     perch.sqlite.ready --rename--> perch.sqlite
 */
export function replaceStore(dir: string, made: string, now: number): void {
  syncFile(made);
  renameSync(made, toWhole(dir));
  setAside(dir, now);
  renameSync(toWhole(dir), toStore(dir));
}

/** Renames the store in `dir` and its write-ahead log, which belongs to it. */
export function setAside(dir: string, now: number): void {
  moveStore(toStore(dir), join(dir, `perch-damaged-${toStamp(now)}.sqlite`));
}

function moveStore(file: string, kept: string): void {
  for (const end of ['', '-wal', '-journal']) {
    if (existsSync(file + end)) renameSync(file + end, kept + end);
  }
  rmSync(`${file}-shm`, { force: true });
}

/**
 * Ends what an engine left in `dir` that was killed while it backed up, restored or salvaged: puts a whole store in the place of one that is set
 * aside, and deletes the rest, files as large as the store, with people in them who may have been erased since. Call it before an engine does any
 * of that. What cannot be done now is left to the next engine.
 */
export function finishReplacing(dir: string, now: number): void {
  try {
    putInPlace(dir, now);
    removeDatabase(toWhole(dir));
    // What is copied into it, and what it is salvaged from.
    for (const end of ['', '.unfinished', '.damaged', '.header']) removeDatabase(toUnfinished(dir) + end);
    rmSync(`${join(dir, RESTORE_FILE)}.unfinished`, { force: true });
    removeUnfinished(toCopiesFolder(dir));
  } catch {}
}

function putInPlace(dir: string, now: number): void {
  if (!existsSync(toWhole(dir)) || existsSync(toStore(dir))) return;
  // The log of the old store would be read as one of the new.
  const last = listNames(dir)
    .filter((name) => /^perch-damaged-\w+\.sqlite$/.test(name))
    .toSorted()
    .at(-1);
  if (last && isEmptyFile(join(dir, `${last}-wal`))) moveStore(toStore(dir), join(dir, last));
  else setAside(dir, now);
  renameSync(toWhole(dir), toStore(dir));
}
