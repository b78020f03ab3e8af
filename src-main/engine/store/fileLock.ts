import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { nativeBinding, openDatabase } from './nativeBinding.ts';
import { makePrivateFile } from './privateFiles.ts';

/** A lock that only one process holds at a time. */
export interface FileLock {
  release(): void;
}

/** A lock that can say whether it still keeps others out. */
export interface CheckedFileLock extends FileLock {
  /** False once the file was deleted or replaced: another process can then take the lock too. */
  isHeld(): boolean;
}

/**
 * Takes the lock of `file`, or returns null if another process holds it. The operating system releases it when the process
 * ends, however it ends, so there are no stale locks. Throws if the file cannot be written.
 */
export function takeFileLock(file: string): Result<CheckedFileLock | null, AppError> {
  const binding = nativeBinding(file);
  if (!binding.ok) return binding;
  makePrivateFile(file);
  const lock = openDatabase(file, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return ok(toLock(lock, file));
  } catch (cause) {
    lock.close();
    if (isBusy(cause)) return ok(null);
    throw cause;
  }
}

// A lock without a reference would be released by the garbage collector.
const held = new Set<Database.Database>();

function toLock(lock: Database.Database, file: string): CheckedFileLock {
  held.add(lock);
  const taken = identify(file);
  return {
    isHeld: () => held.has(lock) && taken !== null && identify(file) === taken,
    release: () => {
      if (held.delete(lock)) lock.close();
    },
  };
}

/** The file's device and inode; null if there is none. */
function identify(file: string): string | null {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.dev}:${found.ino}` : null;
}

function isBusy(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && String(cause.code).startsWith('SQLITE_BUSY');
}
