import { parentPort, workerData } from 'node:worker_threads';
import { toErrorMessage } from '#shared/toErrorMessage.ts';
import { checkCopy } from './checkCopy.ts';
import type { CopyCheckResponse } from './checkCopyApart.ts';

// The thread of `checkCopyApart`. `workerData` is the path of the copy.

checkCopy(String(workerData)).then(
  (checked) => respond({ checked }),
  (cause: unknown) => respond({ failed: { message: toErrorMessage(cause), code: toCode(cause) } }),
);

function respond(response: CopyCheckResponse): void {
  parentPort?.postMessage(response);
}

/** The code of an error, which does not cross threads with it. */
function toCode(cause: unknown): string | null {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : null;
}
