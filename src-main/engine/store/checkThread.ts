import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { toErrorMessage } from '#shared/toErrorMessage.ts';
import { type CheckOrder, type CheckResponse, checks } from './checkApart.ts';

// The thread of `checkApart`. Any message asks it to end.

const { what, file }: CheckOrder = workerData;
const ending = new AbortController();
parentPort?.once('message', () => ending.abort());
// Listening alone keeps no thread running.
parentPort?.unref();

check().then(
  (found) => respond({ found }),
  (cause: unknown) => respond({ failed: { message: toErrorMessage(cause), code: toCode(cause) } }),
);

async function check(): Promise<unknown> {
  // What was sent before the thread listened arrives with the next turn.
  await setImmediate();
  ending.signal.throwIfAborted();
  return await checks[what](file, ending.signal);
}

function respond(response: CheckResponse): void {
  parentPort?.postMessage(response);
}

/** The code of an error, which does not cross threads with it. */
function toCode(cause: unknown): string | null {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : null;
}
