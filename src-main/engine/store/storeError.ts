import type { AppError } from '#shared/errors.ts';

const corrupt = /^SQLITE_(CORRUPT(?!_VTAB)|NOTADB|FORMAT)/;
// Only the search index contradicts itself or the messages; the rest is as it should be.
const brokenIndex = /^SQLITE_CORRUPT_VTAB/;
const unwritable =
  /^(SQLITE_(FULL|READONLY|IOERR|CANTOPEN|PERM|AUTH|NOLFS|BUSY)|EACCES|ENOSPC|EROFS|EPERM|EDQUOT|ENOENT|ENOTDIR|EEXIST|EIO|EMFILE)/;

/** The expected failure behind an exception of SQLite or the file system; null for anything else, which is a bug. */
export function toStoreError(file: string, cause: unknown): AppError | null {
  const code = toCode(cause);
  if (code === null || !(cause instanceof Error)) return null;
  const detail = `${code}: ${cause.message}`;
  if (corrupt.test(code)) return { code: 'storeCorrupt', file, detail };
  if (brokenIndex.test(code) || isBrokenJson(code, cause)) return { code: 'rowDamaged', file, detail };
  return unwritable.test(code) ? { code: 'storeUnwritable', file, detail } : null;
}

/** Whether an exception of SQLite means that the file itself is damaged. */
export const isDamage = (cause: unknown): boolean => corrupt.test(toCode(cause) ?? '');

function toCode(cause: unknown): string | null {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : null;
}

// SQLite's own JSON functions on a column whose JSON is damaged.
const isBrokenJson = (code: string, cause: Error) =>
  code === 'SQLITE_ERROR' && cause.message.startsWith('malformed JSON');
