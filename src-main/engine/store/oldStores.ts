import { readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { getBackupSettings } from './backupSettings.ts';
import { listCopies } from './copies.ts';
import { listFolderCopies } from './copyFolder.ts';
import type { Db } from './open.ts';

/** Files of an earlier state of the store that Perch kept in its folder: before a migration, damaged ones, and backups of a store before this one. */
const kept = /^(?:perch-before-v\d+\.sqlite|perch-damaged-.*|copies-before-.*)$/;

/**
 * The files and folders with an earlier state of the store in `dir`: backups, those in the folder that somebody chose as well while its disk is there,
 * and what else was kept.
 */
export function listOldStores(db: Db, dir: string): string[] {
  const { folder } = getBackupSettings(db);
  const copies = [...listCopies(dir), ...(folder === null ? [] : listFolderCopies(dir, folder))];
  const beside = readdirSync(dir).filter((name) => kept.test(name));
  return [...copies.map(({ file }) => file), ...beside.map((name) => join(dir, name))];
}

/** Deletes earlier states of the store, but for the backup with this name. */
export function deleteOldStores(db: Db, dir: string, name: string): void {
  for (const old of listOldStores(db, dir))
    if (basename(old) !== name) rmSync(old, { recursive: true, force: true });
}
