import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Log } from '#shared/log.ts';
import { toErrorMessage } from '#shared/toErrorMessage.ts';
import { type CheckedCopy, checkCopy } from './checkCopy.ts';
import { checkStore } from './checkStore.ts';

/** What a thread can check. */
export const checks = { copy: checkCopy, store: checkStore } as const;

/** Which file a thread checks as what. */
export interface CheckOrder {
  readonly what: keyof typeof checks;
  readonly file: string;
}

/** What the thread found, or why it could not check. */
export type CheckResponse =
  | { readonly found: unknown }
  | { readonly failed: { readonly message: string; readonly code: string | null } };

export interface CheckOptions {
  /** Ends the check after the table that it has come to; it then throws the reason. */
  readonly signal?: AbortSignal;
  readonly log: Log;
  /** The script of the thread; another one only in tests. */
  readonly script?: string;
}

/** Beside the bundle of the engine, or beside this file. */
const ownScript = import.meta.url.endsWith('.ts')
  ? join(import.meta.dirname, 'checkThread.ts')
  : join(import.meta.dirname, 'store/checkThread.cjs');

/** Checks a copy as `checkCopy` does; see `checkApart`. */
export const checkCopyApart = async (file: string, options: CheckOptions): Promise<CheckedCopy> =>
  (await checkApart({ what: 'copy', file }, options)) as CheckedCopy;

/** Checks a store as `checkStore` does; see `checkApart`. */
export const checkStoreApart = async (file: string, options: CheckOptions): Promise<string | null> =>
  (await checkApart({ what: 'store', file }, options)) as string | null;

/**
 * Checks a file in a thread of its own: one table can take a second, in which nobody else would get a turn. Where no thread can be started, or
 * one breaks, that is logged as `store.checkThreadFailed`, and the check is made here all the same. When this settles, the check has the
 * file open no more.
 */
async function checkApart(order: CheckOrder, options: CheckOptions): Promise<unknown> {
  const { signal, log, script = ownScript } = options;
  signal?.throwIfAborted();
  const response = await askThread(script, order, signal).catch((cause: unknown) => {
    signal?.throwIfAborted();
    log('store.checkThreadFailed', { cause: toErrorMessage(cause) });
    return null;
  });
  if (!response) return await checks[order.what](order.file, signal);
  if ('found' in response) return response.found;
  const { message, code } = response.failed;
  throw Object.assign(new Error(message), code === null ? {} : { code });
}

/**
 * Resolves with the response of a new thread once it has ended. Rejects if it ended without one, or because of `signal`.
 *
 * A thread is asked to end, and ends by itself: one that is terminated while better-sqlite3 is loaded in it ends the whole process
 * (`FATAL ERROR: Error::New napi_get_last_error_info`, better-sqlite3 13.2.0 in Node.js 24).
 */
async function askThread(
  script: string,
  order: CheckOrder,
  signal: AbortSignal | undefined,
): Promise<CheckResponse> {
  const thread = new Worker(script, { workerData: order });
  const end = () => thread.postMessage('end');
  signal?.addEventListener('abort', end);
  try {
    return await new Promise((resolve, reject) => {
      let response: CheckResponse | null = null;
      let error: unknown = null;
      thread.once('message', (message: CheckResponse) => {
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
