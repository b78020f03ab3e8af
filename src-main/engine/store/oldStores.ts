import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { listCopies } from './copies.ts';

/** Files of an earlier state of the store that Perch kept in its folder: before a migration, damaged ones, and backups of a store before this one. */
const kept = /^(?:perch-before-v\d+\.sqlite|perch-damaged-.*|copies-before-.*)$/;

/** The files and folders in `dir` with an earlier state of the store: backups and what else was kept. */
export function listOldStores(dir: string): string[] {
  const beside = readdirSync(dir).filter((name) => kept.test(name));
  return [...listCopies(dir).map(({ file }) => file), ...beside.map((name) => join(dir, name))];
}

/** Deletes earlier states of the store, but for the one in `file`. */
export function deleteOldStores(dir: string, file: string): void {
  for (const old of listOldStores(dir)) if (old !== file) rmSync(old, { recursive: true, force: true });
}
