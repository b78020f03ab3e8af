import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Log } from '#shared/log.ts';
import { toErrorMessage } from '#shared/toErrorMessage.ts';
import { type CheckedCopy, checkCopy } from './checkCopy.ts';

/** What the thread found, or why it could not check. */
export type CopyCheckResponse =
  | { readonly checked: CheckedCopy }
  | { readonly failed: { readonly message: string; readonly code: string | null } };

export interface CopyCheckOptions {
  /** Ends the check; it then throws the reason. */
  readonly signal?: AbortSignal;
  readonly log: Log;
  /** The script of the thread; another one only in tests. */
  readonly script?: string;
}

/** Beside the bundle of the engine, or beside this file. */
const ownScript = import.meta.url.endsWith('.ts')
  ? join(import.meta.dirname, 'checkCopyThread.ts')
  : join(import.meta.dirname, 'store/checkCopyThread.cjs');

/**
 * Checks a copy as `checkCopy` does, but in a thread of its own: one table can take a second, in which nobody else would get a turn. Where
 * no thread can be started, or one breaks, that is logged as `store.checkThreadFailed`, and the check is made here all the same. When this
 * settles, nothing has the copy open any more.
 */
export async function checkCopyApart(file: string, options: CopyCheckOptions): Promise<CheckedCopy> {
  const { signal, log, script = ownScript } = options;
  signal?.throwIfAborted();
  const response = await askThread(script, file, signal).catch((cause: unknown) => {
    signal?.throwIfAborted();
    log('store.checkThreadFailed', { cause: toErrorMessage(cause) });
    return null;
  });
  if (!response) return await checkCopy(file, signal);
  if ('checked' in response) return response.checked;
  const { message, code } = response.failed;
  throw Object.assign(new Error(message), code === null ? {} : { code });
}

/** Resolves with the response of a new thread once it has ended. Rejects if it ended without one, or because of `signal`. */
async function askThread(
  script: string,
  file: string,
  signal: AbortSignal | undefined,
): Promise<CopyCheckResponse> {
  const thread = new Worker(script, { workerData: file });
  const end = () => void thread.terminate();
  signal?.addEventListener('abort', end);
  try {
    return await new Promise((resolve, reject) => {
      let response: CopyCheckResponse | null = null;
      let error: unknown = null;
      thread.once('message', (message: CopyCheckResponse) => {
        response = message;
      });
      thread.once('error', (cause) => {
        error = cause;
      });
      thread.once('exit', (code) =>
        response && !signal?.aborted
          ? resolve(response)
          : reject(error ?? new Error(`it ended with ${code}`)),
      );
    });
  } finally {
    signal?.removeEventListener('abort', end);
  }
}
