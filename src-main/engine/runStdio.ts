import type { AppError } from '#shared/errors.ts';
import { createLog } from '#shared/log.ts';
import { systemClock } from '#shared/systemClock.ts';
import type { RunOptions } from './commandLine.ts';
import { createEngine } from './engine.ts';
import { serveStdio } from './transports/stdio.ts';
import { X_TIMEOUT_MS } from './x/client/httpTransport.ts';

/** Serves a workspace on stdin and stdout until one of them ends or a signal arrives. Returns the exit code. */
export async function runStdio(options: RunOptions, token: string | null): Promise<number> {
  const engine = createEngine({
    ...options,
    credentials: token === null ? null : { tokens: { accessToken: token }, clientId: null },
    // A script that wants to stay signed in passes the token again.
    sink: { saveTokens: async () => {} },
    clock: systemClock,
    log: createLog((line) => process.stderr.write(line), systemClock.now),
    timeoutMs: X_TIMEOUT_MS,
  });
  if (!engine.ok) {
    process.stderr.write(`perch: ${toStartSentence(engine.error)}\n`);
    return 1;
  }
  if (token === null && options.pollSeconds !== 0) {
    process.stderr.write(`perch: ${toStartSentence({ code: 'notConnected' })}\n`);
  }
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort());
  await serveStdio(engine.value, process.stdin, process.stdout, stop.signal);
  await engine.value.stop();
  await new Promise<void>((resolve) => {
    process.stdout.write('', () => resolve());
  });
  return 0;
}

function toRecovery(copyAt: number | null | undefined): string {
  const salvage = 'Save what is readable with --recover salvage';
  return typeof copyAt === 'number'
    ? `${salvage}, restore the copy of ${new Date(copyAt).toISOString()} with --recover copy`
    : salvage;
}

const copyReasons = {
  notPerch:
    'it is no store of Perch. Name the file perch.sqlite of a workspace, or a backup from its folder copies',
  damaged: 'it is damaged. Choose another copy',
  newer: 'it was written by a newer Perch. Update Perch',
  changing: 'another Perch keeps writing to it. Quit that one first, or choose a backup',
  noRoom: 'the private copy that it needs finds no room on the disk. Free up space for temporary files',
  unreadable: 'the system does not give it out. Check the path and the permissions',
} as const;

/**
 * Why an engine on the command line does not start, or does less than expected, as one line of English for the person at
 * the terminal: the value at fault and the remedy. The window has its own sentences.
 */
export function toStartSentence(error: AppError): string {
  switch (error.code) {
    case 'workspaceInUse':
      return `${error.dir} is in use by another Perch${error.pid === null ? '' : ` (process ${error.pid})`}. Quit that one first, or choose another folder with --data.`;
    case 'storeOnNetwork':
      return `${error.dir} is on a network drive (${error.drive}), where SQLite can damage it. Move the folder to a disk of this computer, or choose another one with --data.`;
    case 'storeFromFuture':
      return `${error.file} was written by a newer Perch (schema version ${error.found}; this Perch knows ${error.known}). Update Perch; the file was not changed.`;
    case 'storeCorrupt':
      return `${error.file} is not a readable Perch database (${error.detail}). ${toRecovery(error.copyAt)}, or choose another folder with --data.`;
    case 'storeMissing':
      return `${error.file} is missing or empty, although there was a store. Put the file back, start anew with --recover new, or choose another folder with --data${typeof error.copyAt === 'number' ? `; or restore the copy of ${new Date(error.copyAt).toISOString()} with --recover copy` : ''}.`;
    case 'notRecovered':
      return error.how === 'copy'
        ? `${error.file} has no good copy. Try --recover salvage; nothing was changed.`
        : `nothing in ${error.file} is readable. Try --recover copy, or --recover new; nothing was changed.`;
    case 'notRestored':
      return `${error.name} is no sound copy of this workspace. Choose another from the folder "copies" with --restore; nothing was changed.`;
    case 'copyNotOpened':
      return `${error.file} cannot be read: ${copyReasons[error.reason]}${error.detail === '' ? '' : ` (${error.detail})`}. It was not changed.`;
    case 'storeUnwritable':
      return `${error.file} is not writable (${error.detail}). Check the folder's permissions and the free disk space, or choose another folder with --data.`;
    case 'notConnected':
      return 'no access token, so nothing is fetched from X or sent. Set PERCH_X_TOKEN; stored conversations are served without it.';
    case 'invalid':
      return `${error.path} is not valid: ${error.reason}.`;
    default:
      return `the engine did not start (${error.code}). Run it again; everything stored is safe.`;
  }
}
