import { type EngineStartOptions, type FromEngine, ToEngine } from '#shared/contract/enginePort.ts';
import type { AppError } from '#shared/errors.ts';
import type { SecretSink } from '../account/credentialKeeper.ts';
import { toXUrl } from '../commandLine.ts';
import { createEngine, type Engine } from '../engine.ts';
import { createLog } from '../log.ts';
import { systemClock } from '../systemClock.ts';
import { X_TIMEOUT_MS } from '../x/timeout.ts';
import { type ClientPort, serveClient } from './clientPort.ts';
import { createShellSink } from './shellSink.ts';

/** The part of Electron's parentPort that is used here. */
export interface ParentPort {
  postMessage(message: unknown): void;
  on(
    event: 'message',
    listener: (message: { readonly data: unknown; readonly ports: ClientPort[] }) => void,
  ): unknown;
}

/** Serves the shell: one workspace, any number of clients. Ends the process through `exit`; logs go to `write`. */
export function runUtility(
  parent: ParentPort,
  exit: (code: number) => void,
  write: (line: string) => void = (line) => process.stderr.write(line),
): void {
  const post = (message: FromEngine) => parent.postMessage(message);
  const log = createLog(write, systemClock.now);
  const { sink, onSaved, onLoaded } = createShellSink(post);
  let engine: Engine | null = null;

  const fail = (error: AppError) => {
    log('engine.failed', { code: error.code });
    post({ type: 'failed', error });
    // The message needs a moment to leave the process.
    setTimeout(() => exit(1), 100);
  };
  const start = (options: EngineStartOptions) => {
    const opened = toEngine(options, sink, log);
    if (!opened.ok) return fail(opened.error);
    engine = opened.value;
    post({ type: 'ready' });
  };
  const stop = async () => {
    await engine?.stop();
    post({ type: 'stopped' });
    setTimeout(() => exit(0), 100);
  };
  parent.on('message', ({ data, ports }) => {
    const message = ToEngine.safeParse(data);
    if (!message.success) return log('shell.unreadable', { reason: message.error.issues[0]?.message });
    if (message.data.type === 'start' && !engine) return start(message.data.options);
    if (message.data.type === 'port' && engine && ports[0]) return serveClient(engine, ports[0]);
    if (message.data.type === 'tokensSaved') return onSaved(message.data.id, message.data.error);
    if (message.data.type === 'tokensLoaded') return onLoaded(message.data);
    if (message.data.type === 'stop') void stop();
  });
}

function toEngine(options: EngineStartOptions, sink: SecretSink, log: ReturnType<typeof createLog>) {
  const xUrl = options.xUrl === undefined ? null : toXUrl(options.xUrl);
  if (xUrl && !xUrl.ok) {
    return { ok: false, error: { code: 'invalid', path: 'xUrl', reason: xUrl.error } } as const;
  }
  return createEngine({
    dataDir: options.dataDir,
    xUrl: xUrl?.value ?? null,
    agentName: options.agentName,
    credentials: options.tokens && { tokens: options.tokens, clientId: options.clientId ?? null },
    pollSeconds: options.pollSeconds ?? null,
    sink,
    clock: systemClock,
    log,
    timeoutMs: X_TIMEOUT_MS,
  });
}
