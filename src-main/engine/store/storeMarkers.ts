import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listCopies } from './copies.ts';

/** Says that the folder has a store, so that a missing or empty one is never taken for a new workspace. */
export const EXISTS_MARKER = 'store.exists';
/** Present while a store is open, and after a process that did not close it. */
export const OPEN_MARKER = 'store.open';

/** Whether the folder has had a store: by its marker, by what belongs to one, or by a copy of one. */
export function hadStore(dir: string, storeFile: string): boolean {
  if (existsSync(join(dir, EXISTS_MARKER)) || listCopies(dir).length > 0) return true;
  const log = statSync(join(dir, `${storeFile}-wal`), { throwIfNoEntry: false });
  if (log && log.size > 0) return true;
  return existsSync(dir) && readdirSync(dir).some((name) => /^perch-before-v\d+\.sqlite$/.test(name));
}

const DAMAGED = 'damaged\n';

/** What the last process left behind: a closed store, an open one, or one in which it found damage. */
export function readOpenMarker(dir: string): 'closed' | 'open' | 'damaged' {
  try {
    return readFileSync(join(dir, OPEN_MARKER), 'utf8') === DAMAGED ? 'damaged' : 'open';
  } catch {
    return 'closed';
  }
}

/** Has the next opening check the whole store. */
export const markDamaged = (dir: string): void => write(join(dir, OPEN_MARKER), DAMAGED);

/** Marks the store of a folder as existing and as open. */
export function markOpen(dir: string): void {
  write(
    join(dir, EXISTS_MARKER),
    'Perch keeps a store (perch.sqlite) here and does not start a new one in its place.\n',
  );
  write(join(dir, OPEN_MARKER), `${process.pid}\n`);
}

/** Marks the store of a folder as closed. */
export function markClosed(dir: string): void {
  ignoreFailure(() => rmSync(join(dir, OPEN_MARKER), { force: true }));
}

/** Lets the next opening create a new store. */
export function forgetStore(dir: string): void {
  rmSync(join(dir, EXISTS_MARKER), { force: true });
}

const write = (file: string, text: string) => ignoreFailure(() => writeFileSync(file, text, { mode: 0o600 }));

// Without a marker Perch checks and warns less; that is no reason to end on a full or read-only disk.
function ignoreFailure(work: () => void): void {
  try {
    work();
  } catch {}
}
