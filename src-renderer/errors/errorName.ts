import type { AppError } from '#shared/errors.ts';

export type Of<C extends AppError['code']> = AppError & { readonly code: C };

/** The catalogue entry of an error: some codes have more than one. */
export function toName(error: AppError) {
  switch (error.code) {
    case 'rateLimited':
      return error.resetAt === null ? 'rateLimitedUnknown' : error.code;
    case 'notHeld':
      return `notHeld.${error.state}` as const;
    case 'guardRefused':
      return toLeaked(error).length > 0 ? 'privateData' : error.code;
    case 'archiveNotRead':
      return `archiveNotRead.${error.reason}` as const;
    case 'copyNotOpened':
      return `copyNotOpened.${error.reason}` as const;
    case 'notUndone':
      return `notUndone.${error.reason}` as const;
    case 'notRecovered':
      return error.how === 'copy' ? 'noCopy' : 'notSalvaged';
    case 'storeUnwritable':
      return toUnwritableName(error);
    case 'storeCorrupt':
      return toCorruptName(error);
    case 'storeMissing':
      return hasCopy(error) ? 'storeMissingCopy' : 'storeMissing';
    case 'lookAgain':
      return error.reason;
    default:
      return error.code;
  }
}

/** The kinds of personal data that kept a reply from being sent, each once. */
export const toLeaked = ({ warnings }: Of<'guardRefused'>) => [
  ...new Set(
    warnings.flatMap((warning) =>
      warning.code === 'personalData' ? warning.items.map(({ kind }) => kind) : [],
    ),
  ),
];

const hasCopy = ({ copyAt }: Of<'storeCorrupt' | 'storeMissing'>) => typeof copyAt === 'number';

function toCorruptName(error: Of<'storeCorrupt'>) {
  if (error.isForeign) return 'storeForeign';
  if (error.reading) return hasCopy(error) ? 'storeCorruptReadingCopy' : 'storeCorruptReading';
  return hasCopy(error) ? 'storeCorruptCopy' : 'storeCorrupt';
}

/** Whether the disk, or the part of it that the person may use, has no room left. */
export function isDiskFull({ detail }: Of<'storeUnwritable'>): boolean {
  // The detail begins with the code of SQLite or of the operating system.
  return /^(SQLITE_FULL|ENOSPC|EDQUOT)/.test(detail);
}

function toUnwritableName(error: Of<'storeUnwritable'>) {
  const { detail, reading } = error;
  if (isDiskFull(error)) return reading ? 'storeFullReading' : 'storeFull';
  if (/^(SQLITE_(READONLY|PERM|AUTH)|EROFS|EACCES|EPERM)/.test(detail))
    return reading ? 'storeReadOnlyReading' : 'storeReadOnly';
  return reading ? 'storeUnwritableReading' : 'storeUnwritable';
}
