import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { listCopiesIn, removeOldCopies, removeUnfinished, type StoreCopy } from './copies.ts';
import { copyLargePrivateFile, makeFolder } from './privateFiles.ts';

/** The folder below `chosen` with the copies of the workspace in `dir`, so that several workspaces can share one. */
const toFolderOf = (dir: string, chosen: string) => join(chosen, `perch-${basename(dir)}`);

/** The copies of the workspace in `dir` in the folder `chosen`, newest first; none if it cannot be read. */
export const listFolderCopies = (dir: string, chosen: string): StoreCopy[] =>
  listCopiesIn(toFolderOf(dir, chosen));

/** When the newest copy in there was made; null if there is none, or the folder cannot be read. */
export const newestCopyIn = (dir: string, chosen: string): number | null =>
  listFolderCopies(dir, chosen)[0]?.at ?? null;

/**
 * Copies a copy of the workspace in `dir` into the folder `chosen`, which has to be there, as a whole or not at all, and deletes those
 * in there that are no longer kept. One at a time. Throws what the file system throws.
 */
export async function copyToFolder(dir: string, chosen: string, copy: StoreCopy): Promise<void> {
  // A disk that is not there would become an empty folder of the disk that is.
  statSync(chosen);
  const folder = toFolderOf(dir, chosen);
  makeFolder(folder);
  // Of an engine that was killed.
  removeUnfinished(folder);
  await copyLargePrivateFile(copy.file, join(folder, basename(copy.file)));
  removeOldCopies(folder);
}
