import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { createLog, type Log } from '#shared/log.ts';

export type { Log };

/** A file of this size is renamed to `.1.log`, which replaces the previous one. */
const LIMIT_BYTES = 1_000_000;

/** A log that appends JSON lines to `file`, readable by its owner only. Never throws. */
export function createFileLog(file: string, now: () => number): Log {
  return createLog((line) => {
    try {
      mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
      rotate(file);
      appendFileSync(file, line, { mode: 0o600 });
    } catch {
      // A full disk must not take the application down.
    }
  }, now);
}

function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < LIMIT_BYTES) return;
  const older = file.replace(/\.log$/, '.1.log');
  rmSync(older, { force: true });
  renameSync(file, older);
}
