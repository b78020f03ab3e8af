import { parentPort, workerData } from 'node:worker_threads';
import { toErrorMessage } from '#shared/toErrorMessage.ts';
import { type CheckOrder, type CheckResponse, checks } from './checkApart.ts';

// The thread of `checkApart`.

const { what, file }: CheckOrder = workerData;

checks[what](file).then(
  (found) => respond({ found }),
  (cause: unknown) => respond({ failed: { message: toErrorMessage(cause), code: toCode(cause) } }),
);

function respond(response: CheckResponse): void {
  parentPort?.postMessage(response);
}

/** The code of an error, which does not cross threads with it. */
function toCode(cause: unknown): string | null {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : null;
}
