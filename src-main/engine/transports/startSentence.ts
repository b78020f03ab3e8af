import type { AppError } from '#shared/errors.ts';

/**
 * Why an engine on the command line does not start, or does less than was asked, in one line of English for the person at
 * the terminal: the value that is in the way and the remedy. The window has its own words.
 */
export function toStartSentence(error: AppError): string {
  switch (error.code) {
    case 'workspaceInUse':
      return `${error.dir} is in use by another Perch${error.pid === null ? '' : ` (process ${error.pid})`}. End that one first, or name another folder with --data.`;
    case 'storeFromFuture':
      return `${error.file} was written by a newer Perch (its version is ${error.found}, this Perch knows ${error.known}). Update Perch; the file was left as it is.`;
    case 'storeCorrupt':
      return `${error.file} cannot be read as a store of Perch (${error.detail}). Put back a copy of it, or name another folder with --data; the file was left as it is.`;
    case 'storeUnwritable':
      return `${error.file} cannot be written (${error.detail}). Check the folder's permissions and the free space, or name another folder with --data.`;
    case 'notConnected':
      return 'there is no access token, so nothing is captured and nothing is sent. Put one in PERCH_X_TOKEN; what is stored is served all the same.';
    case 'invalid':
      return `${error.path} cannot be used: ${error.reason}.`;
    default:
      return `the engine did not start (${error.code}). Run it again; what is stored is safe.`;
  }
}
