import { existsSync, renameSync, rmSync, type Stats, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { AppError } from '#shared/errors.ts';
import type { Log } from '#shared/log.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { getAccount } from './account.ts';
import { checkCopyApart } from './checkApart.ts';
import { type StoreCopy, toCopiesFolder, toCopyName, toCopyTime } from './copies.ts';
import { isForeign } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { openDatabase } from './nativeBinding.ts';
import type { Db } from './open.ts';
import { copyLargePrivateFile, makeFolder } from './privateFiles.ts';
import { toStoreError } from './storeError.ts';

/**
 * Copies a file that is a backup of this workspace among its copies, and leaves the file itself as it is. Fails with `fileNotRead`,
 * `notRestored`, `storeFromFuture`, `backupOfOther` or `storeUnwritable`.
 */
export async function addCopy(
  db: Db,
  dir: string,
  path: string,
  log: Log,
): Promise<Result<StoreCopy, AppError>> {
  const given = statSync(path, { throwIfNoEntry: false });
  if (!given?.isFile()) return err({ code: 'fileNotRead', file: path, detail: 'there is no such file' });
  // Closing a file that SQLite has open ends its locks: https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_
  if (isSameFile(given, statSync(db.name))) return err({ code: 'notRestored', name: basename(path) });
  const at = toCopyTime(basename(path)) ?? Math.floor(given.mtimeMs);
  const folder = toCopiesFolder(dir);
  const file = join(folder, toCopyName(at));
  if (existsSync(file)) return ok({ file, at });
  const unchecked = `${file}.unchecked`;
  try {
    makeFolder(folder);
    await copyLargePrivateFile(path, unchecked);
    const error = await findFault(db, path, unchecked, log);
    if (error) return err(error);
    renameSync(unchecked, file);
    return ok({ file, at });
  } catch (cause) {
    const error = toStoreError(file, cause);
    if (!error) throw cause;
    return err(error);
  } finally {
    rmSync(unchecked, { force: true });
  }
}

const isSameFile = (one: Stats, other: Stats) => one.ino === other.ino && one.dev === other.dev;

/** Why a file, of which `copy` is a copy, is no backup of this workspace; null if it is one. */
async function findFault(db: Db, file: string, copy: string, log: Log): Promise<AppError | null> {
  const name = basename(file);
  const { isSound } = await checkCopyApart(copy, { log });
  if (!isSound) return { code: 'notRestored', name };
  const { version: found, account } = readOwner(copy);
  const known = migrations.at(-1)?.version ?? 0;
  if (found > known) return { code: 'storeFromFuture', found, known, file };
  if (found === 0) return { code: 'notRestored', name };
  const own = getAccount(db);
  return own && account && own.id !== account.id
    ? { code: 'backupOfOther', file, expected: own.handle, found: account.handle }
    : null;
}

interface Owner {
  readonly version: number;
  readonly account: { readonly id: string; readonly handle: string } | null;
}

function readOwner(file: string): Owner {
  const copy = openDatabase(file, { readonly: true });
  try {
    const version = Number(copy.pragma('user_version', { simple: true }));
    if (isForeign(copy, version)) return { version: 0, account: null };
    const account = copy
      .prepare<[], NonNullable<Owner['account']>>('SELECT x_id AS id, handle FROM account')
      .get();
    return { version, account: account ?? null };
  } finally {
    copy.close();
  }
}
