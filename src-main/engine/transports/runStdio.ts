import type { RunOptions } from '../commandLine.ts';
import { createEngine } from '../engine.ts';
import { createLog } from '../log.ts';
import { systemClock } from '../systemClock.ts';
import { X_TIMEOUT_MS } from '../x/timeout.ts';
import { toStartSentence } from './startSentence.ts';
import { serveStdio } from './stdio.ts';

/** Serves a workspace on stdin and stdout until one of them ends or a signal comes; answers the exit code. */
export async function runStdio(options: RunOptions, token: string | null): Promise<number> {
  const log = createLog((line) => process.stderr.write(line), systemClock.now);
  const engine = createEngine({
    ...options,
    credentials: token === null ? null : { tokens: { accessToken: token }, clientId: null },
    // A script that wants to stay signed in passes the token again.
    sink: { saveTokens: async () => {} },
    clock: systemClock,
    log,
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
