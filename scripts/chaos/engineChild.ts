import nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

// A run starts several engines, so compiled code is kept between them.
nodeModule.enableCompileCache(fileURLToPath(new URL('../../.cache/compiled', import.meta.url)));
const { createEngine } = await import('#engine/engine.ts');
const { serveStdio } = await import('#engine/transports/stdio.ts');
const { createLog } = await import('#shared/log.ts');
const { createAdjustableClock } = await import('./adjustableClock.ts');

/** A message from the parent process: which workspace to open, or how far to advance the clock. */
export type ParentMessage =
  | { readonly kind: 'open'; readonly dataDir: string; readonly xUrl: string; readonly offsetMs: number }
  | { readonly kind: 'setClock'; readonly offsetMs: number };

/** Limit of a call to X in real milliseconds, long enough that a busy machine cuts off no response. */
const TIMEOUT_MS = 600;

const clock = createAdjustableClock();
process.on('message', (message: ParentMessage) => {
  clock.setOffset(message.offsetMs);
  if (message.kind === 'open') void serve(message.dataDir, message.xUrl);
});
process.send?.('loaded');

async function serve(dataDir: string, xUrl: string): Promise<void> {
  const engine = createEngine({
    dataDir,
    xUrl,
    agentName: 'Mia',
    credentials: { tokens: { accessToken: 'demo-token' }, clientId: null },
    sink: { saveTokens: async () => {} },
    pollSeconds: 0,
    clock,
    log: createLog((line) => process.stderr.write(line), clock.now),
    timeoutMs: TIMEOUT_MS,
  });
  if (!engine.ok) {
    process.stderr.write(`${JSON.stringify(engine.error)}\n`);
    process.exit(1);
  }
  await serveStdio(engine.value, process.stdin, process.stdout, new AbortController().signal);
  await engine.value.stop();
  process.exit(0);
}
