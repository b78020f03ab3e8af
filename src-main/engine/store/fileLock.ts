import Database from 'better-sqlite3';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { nativeBinding } from './nativeBinding.ts';
import { makePrivateFile } from './open.ts';

/** Something that only one process has at a time. */
export interface FileLock {
  release(): void;
}

/**
 * Takes the lock that `file` stands for, or answers null where somebody has it. The operating system frees it when the
 * process ends, however it ends, so that no stale lock can stay behind. Throws where the file cannot be written.
 */
export function takeFileLock(file: string): Result<FileLock | null, AppError> {
  const binding = nativeBinding(file);
  if (!binding.ok) return binding;
  makePrivateFile(file);
  const lock = new Database(file, { ...binding.value, timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return ok(toLock(lock));
  } catch (cause) {
    lock.close();
    if (isBusy(cause)) return ok(null);
    throw cause;
  }
}

// A lock that nobody refers to would be freed by the garbage collector.
const held = new Set<Database.Database>();

function toLock(lock: Database.Database): FileLock {
  held.add(lock);
  return {
    release: () => {
      if (held.delete(lock)) lock.close();
    },
  };
}

function isBusy(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && String(cause.code).startsWith('SQLITE_BUSY');
}
