import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { createLog, type Log } from '#shared/log.ts';

export type { Log };

/** The file is set aside at this size; one older file is kept. */
const LIMIT_BYTES = 1_000_000;

/** A log that appends JSON lines to `file`, readable by its owner only. Never throws. */
export function createFileLog(file: string, now: () => number): Log {
  return createLog((line) => {
    try {
      mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
      setAsideWhenLong(file);
      appendFileSync(file, line, { mode: 0o600 });
    } catch {
      // A full disk must not take the application down.
    }
  }, now);
}

function setAsideWhenLong(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < LIMIT_BYTES) return;
  const older = file.replace(/\.log$/, '.1.log');
  rmSync(older, { force: true });
  renameSync(file, older);
}
