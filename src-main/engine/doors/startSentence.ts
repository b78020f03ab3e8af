import type { AppError } from '#shared/errors.ts';

/**
 * Why an engine on the command line does not start, or starts with less than was asked for: one line of English for the
 * terminal that names the offending value and the remedy. The window has sentences of its own.
 */
export function toStartSentence(error: AppError): string {
  switch (error.code) {
    case 'workspaceInUse':
      return `${error.dir} is in use by another Perch${error.pid === null ? '' : ` (process ${error.pid})`}. Quit that one first, or choose another folder with --data.`;
    case 'storeFromFuture':
      return `${error.file} was written by a newer Perch (schema version ${error.found}; this Perch knows ${error.known}). Update Perch; the file was not changed.`;
    case 'storeCorrupt':
      return `${error.file} is not a readable Perch database (${error.detail}). Restore a backup, or choose another folder with --data; the file was not changed.`;
    case 'storeUnwritable':
      return `${error.file} is not writable (${error.detail}). Check the folder's permissions and the free disk space, or choose another folder with --data.`;
    case 'notConnected':
      return 'no access token, so nothing is fetched from X or sent. Set PERCH_X_TOKEN; stored conversations are still served.';
    case 'invalid':
      return `${error.path} is not valid: ${error.reason}.`;
    default:
      return `the engine did not start (${error.code}). Run it again; everything stored is safe.`;
  }
}
