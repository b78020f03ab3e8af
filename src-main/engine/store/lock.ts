import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { nativeBinding } from './nativeBinding.ts';
import { makeFolder, makePrivateFile } from './open.ts';
import { toStoreError } from './storeError.ts';

/** The right to be the only engine on a workspace. */
export interface WorkspaceLock {
  release(): void;
}

/**
 * Takes the lock of the workspace in `dir` for this process. The operating system frees it when the process ends,
 * however it ends, so that no stale lock can stay behind.
 */
export function lockWorkspace(dir: string, pid = process.pid): Result<WorkspaceLock, AppError> {
  const file = join(dir, 'lock.sqlite');
  const binding = nativeBinding(file);
  if (!binding.ok) return binding;
  let lock: Database.Database | undefined;
  try {
    makeFolder(dir);
    makePrivateFile(file);
    lock = new Database(file, { ...binding.value, timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
    writeFileSync(pidFile(dir), `${pid}\n`, { mode: 0o600 });
    return ok(toLock(lock, dir));
  } catch (cause) {
    lock?.close();
    if (isBusy(cause)) return err({ code: 'workspaceInUse', dir, pid: readPid(dir) });
    const error = toStoreError(file, cause);
    if (!error) throw cause;
    return err(error);
  }
}

// A lock that nobody refers to would be freed by the garbage collector.
const held = new Set<Database.Database>();

function toLock(lock: Database.Database, dir: string): WorkspaceLock {
  held.add(lock);
  return {
    release: () => {
      if (!held.delete(lock)) return;
      rmSync(pidFile(dir), { force: true });
      lock.close();
    },
  };
}

const pidFile = (dir: string) => join(dir, 'engine.pid');

function isBusy(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && String(cause.code).startsWith('SQLITE_BUSY');
}

function readPid(dir: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(pidFile(dir), 'utf8'), 10);
    return Number.isSafeInteger(pid) ? pid : null;
  } catch {
    return null;
  }
}
