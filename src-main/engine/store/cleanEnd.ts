import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { STORE_FILE } from './open.ts';

const RECORD_FILE = 'closed.txt';

/** Records which file the store is, for `takeCleanEnd`; call it once the store is closed. */
export function recordCleanEnd(dir: string): void {
  try {
    writeFileSync(join(dir, RECORD_FILE), identify(dir), { mode: 0o600 });
  } catch {
    // Without the record, as on a full disk, the next start only is more careful.
  }
}

/**
 * Whether the store in `dir` is the very file that the last engine closed: no crash, no copy put back since. Call it once,
 * before the store is opened. A folder that was moved away and back still looks the same.
 */
export function takeCleanEnd(dir: string): boolean {
  const file = join(dir, RECORD_FILE);
  try {
    const recorded = readFileSync(file, 'utf8');
    // After a crash it must not vouch for what came later.
    rmSync(file);
    return recorded === identify(dir);
  } catch {
    return false;
  }
}

// A copy has another inode or, if it was written over the file, another time of its last change, which nobody can set.
function identify(dir: string): string {
  const { ino, size, ctimeNs } = statSync(join(dir, STORE_FILE), { bigint: true });
  return `${ino} ${size} ${ctimeNs}\n`;
}
