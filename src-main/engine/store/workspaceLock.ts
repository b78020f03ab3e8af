import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { type CheckedFileLock, takeFileLock } from './fileLock.ts';
import { findNetworkDrive } from './networkDrive.ts';
import { makeFolder } from './privateFiles.ts';
import { toStoreError } from './storeError.ts';

/** The right to be the only engine on a workspace. */
export interface WorkspaceLock {
  /** The error `workspaceInUse` once the lock file was deleted, so that another engine may have taken it; else null. */
  check(): AppError | null;
  release(): void;
}

/** Takes the lock of the workspace in `dir` for this process. Fails with `storeOnNetwork` where no lock can be relied on, and leaves nothing there. */
export function lockWorkspace(
  dir: string,
  pid = process.pid,
  findDrive: (dir: string) => string | null = findNetworkDrive,
): Result<WorkspaceLock, AppError> {
  const drive = findDrive(dir);
  if (drive !== null) return err({ code: 'storeOnNetwork', dir, drive });
  const file = join(dir, 'lock.sqlite');
  try {
    makeFolder(dir);
    const lock = takeFileLock(file);
    if (!lock.ok) return lock;
    if (!lock.value) return err({ code: 'workspaceInUse', dir, pid: readPid(dir) });
    return ok(withPid(lock.value, dir, pid));
  } catch (cause) {
    const error = toStoreError(file, cause);
    if (!error) throw cause;
    return err(error);
  }
}

function withPid(lock: CheckedFileLock, dir: string, pid: number): WorkspaceLock {
  try {
    writeFileSync(pidFile(dir), `${pid}\n`, { mode: 0o600 });
  } catch {
    // The number only helps a person; the lock holds without it, as on a full disk.
  }
  let held = true;
  return {
    check: () => (held && !lock.isHeld() ? { code: 'workspaceInUse', dir, pid: readPid(dir) } : null),
    release: () => {
      if (!held) return;
      held = false;
      // Another engine that has taken a new lock file has written its own number.
      if (lock.isHeld()) removePid(dir);
      lock.release();
    },
  };
}

// A disk that has become read-only keeps the number, which then names a process that does not run.
function removePid(dir: string): void {
  try {
    rmSync(pidFile(dir), { force: true });
  } catch {}
}

const pidFile = (dir: string) => join(dir, 'engine.pid');

function readPid(dir: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(pidFile(dir), 'utf8'), 10);
    return Number.isSafeInteger(pid) ? pid : null;
  } catch {
    return null;
  }
}
