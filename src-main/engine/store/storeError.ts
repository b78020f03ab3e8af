import type { AppError } from '#shared/errors.ts';

const corrupt = /^SQLITE_(CORRUPT|NOTADB|FORMAT)/;
const unwritable =
  /^(SQLITE_(FULL|READONLY|IOERR|CANTOPEN|PERM|AUTH|NOLFS|BUSY)|EACCES|ENOSPC|EROFS|EPERM|EDQUOT|ENOENT|ENOTDIR|EEXIST|EIO|EMFILE)/;

/** The expected failure behind an exception of SQLite or the file system; null for anything else, which is a bug. */
export function toStoreError(file: string, cause: unknown): AppError | null {
  if (!(cause instanceof Error) || !('code' in cause) || typeof cause.code !== 'string') return null;
  const detail = `${cause.code}: ${cause.message}`;
  if (corrupt.test(cause.code)) return { code: 'storeCorrupt', file, detail };
  return unwritable.test(cause.code) ? { code: 'storeUnwritable', file, detail } : null;
}
