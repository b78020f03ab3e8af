import { renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { backUp } from './backUp.ts';
import { type CheckOptions, checkCopyApart } from './checkApart.ts';
import { isStore } from './checkCopy.ts';
import { findTableDamage } from './checkTables.ts';
import { requireSpace } from './freeSpace.ts';
import { toKeptCopies } from './keptCopies.ts';
import { openDatabase } from './nativeBinding.ts';
import { listNames, makeFolder, makePrivateFile, syncLargeFile } from './privateFiles.ts';
import { defineFunctions } from './sqlFunctions.ts';

/** A complete copy of a store in one file. */
export interface StoreCopy {
  readonly file: string;
  /** When it was begun, in epoch milliseconds. */
  readonly at: number;
}

const COPIES = 'copies';
const named = /^perch-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.sqlite$/;

/** The folder with the copies of the store in `dir`. */
export const toCopiesFolder = (dir: string) => join(dir, COPIES);

/** The folder that holds what belongs to a store file, such as its pictures: the workspace's for a copy among its own copies, else the file's. */
export function toFolderOf(file: string): string {
  const folder = dirname(file);
  return basename(folder) === COPIES ? dirname(folder) : folder;
}

/** The copies of the store in `dir`, newest first. */
export const listCopies = (dir: string): StoreCopy[] => listCopiesIn(toCopiesFolder(dir));

/** The copies in a folder, newest first. */
export function listCopiesIn(folder: string): StoreCopy[] {
  const copies = listNames(folder).flatMap((name) => {
    const at = toCopyTime(name);
    return at === null ? [] : [{ file: join(folder, name), at }];
  });
  return copies.toSorted((a, b) => b.at - a.at);
}

/** The copy of the store in `dir` with this file name; null if there is none. */
export const findCopy = (dir: string, name: string): StoreCopy | null =>
  listCopies(dir).find(({ file }) => basename(file) === name) ?? null;

/** When the newest copy of the store in `dir` was made; null if there is none. */
export const newestCopyAt = (dir: string): number | null => listCopies(dir)[0]?.at ?? null;

/**
 * Copies an open store into `dir`/copies, step by step, so that others get their turn. The copy is opened and checked in a thread of its own, and
 * has to contain what was stored last before it counts; then those that are no longer kept are deleted. Returns null if the copy turned out
 * to be damaged. Throws if the disk is or would be full, or if the signal is aborted.
 */
export async function makeCopy(
  db: Pick<Database.Database, 'backup' | 'name' | 'prepare'>,
  dir: string,
  at: number,
  options: CheckOptions,
): Promise<StoreCopy | null> {
  const folder = toCopiesFolder(dir);
  const file = join(folder, toCopyName(at));
  const unfinished = `${file}.unfinished`;
  makeFolder(folder);
  removeUnfinished(folder);
  checkSpace(db.name, folder);
  try {
    makePrivateFile(unfinished);
    const newest = await backUp(db, unfinished, options.signal);
    const checked = await checkCopyApart(unfinished, options);
    if (!checked.isSound || checked.newest !== newest) return null;
    await syncLargeFile(unfinished);
    options.signal?.throwIfAborted();
    renameSync(unfinished, file);
  } finally {
    removeUnfinished(folder);
  }
  removeOldCopies(folder);
  return { file, at };
}

/** Deletes the copies in a folder that are no longer kept. */
export function removeOldCopies(folder: string): void {
  const copies = listCopiesIn(folder);
  const kept = new Set(toKeptCopies(copies));
  for (const copy of copies) if (!kept.has(copy)) rmSync(copy.file, { force: true });
}

// A copy that fills the disk would end all storing.
function checkSpace(file: string, folder: string): void {
  const size = (name: string) => statSync(name, { throwIfNoEntry: false })?.size ?? 0;
  requireSpace(folder, size(file) + size(`${file}-wal`));
}

/** Whether a file is a store that can be opened and passes SQLite's quick check. */
export function isSoundFile(file: string): boolean {
  let db: Database.Database | undefined;
  try {
    db = openDatabase(file, { readonly: true, fileMustExist: true });
    defineFunctions(db);
    return findTableDamage(db) === null && isStore(db);
  } catch {
    return false;
  } finally {
    db?.close();
  }
}

/** Deletes the copies in a folder that were never finished. Call it while none is made. */
export function removeUnfinished(folder: string): void {
  for (const name of listNames(folder)) {
    if (/\.un(finished|checked)/.test(name)) rmSync(join(folder, name), { force: true });
  }
}

/** A moment as part of a file name, such as `20261127T144316Z`. */
export const toStamp = (at: number): string =>
  new Date(at)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(/[-:]/g, '');

/** The file name of a copy that was begun at `at`. */
export const toCopyName = (at: number) => `perch-${toStamp(at)}.sqlite`;

/** When the copy with this file name was begun; null if it is no name of a copy. */
export function toCopyTime(name: string): number | null {
  const parts = named.exec(name)?.slice(1).map(Number);
  if (!parts) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
