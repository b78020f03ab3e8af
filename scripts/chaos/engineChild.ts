import nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

// A run starts several engines; compiled code is kept between them.
nodeModule.enableCompileCache(fileURLToPath(new URL('../../.cache/compiled', import.meta.url)));
const { createEngine } = await import('#engine/engine.ts');
const { serveStdio } = await import('#engine/transports/stdio.ts');
const { createLog } = await import('#shared/log.ts');
const { steeredClock } = await import('./steeredClock.ts');

/** What the parent says: where to begin, and how the clock moves. */
export type Steering =
  | { readonly kind: 'go'; readonly dataDir: string; readonly xUrl: string; readonly offsetMs: number }
  | { readonly kind: 'steer'; readonly offsetMs: number };

/** How long a call to X may take, in real milliseconds; a busy machine must not cut off what X has answered. */
const TIMEOUT_MS = 600;

const clock = steeredClock();
process.on('message', (message: Steering) => {
  clock.steer(message.offsetMs);
  if (message.kind === 'go') void serve(message.dataDir, message.xUrl);
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
