import { v7 } from 'uuid';
import { type EngineStartOptions, type FromEngine, ToEngine } from '#shared/contract/enginePort.ts';
import type { AppError } from '#shared/errors.ts';
import { createLog } from '#shared/log.ts';
import { err, type Result } from '#shared/result.ts';
import { systemClock } from '#shared/systemClock.ts';
import type { Credentials, SecretSink } from './account/credentialKeeper.ts';
import { toXUrl } from './commandLine.ts';
import { createEngine, type Engine } from './engine.ts';
import type { EngineOptions } from './engineOptions.ts';
import { type ClientPort, serveClient } from './transports/messagePort.ts';
import { X_TIMEOUT_MS } from './x/client/httpTransport.ts';

/** The part of Electron's parentPort that is used here. */
export interface ParentPort {
  postMessage(message: unknown): void;
  on(
    event: 'message',
    listener: (message: { readonly data: unknown; readonly ports: ClientPort[] }) => void,
  ): unknown;
}

/** A message needs a moment to leave the process. */
const LEAVE_MS = 100;

/**
 * Serves the shell from an Electron utility process: one workspace, any number of clients (shared/contract/enginePort.ts).
 * Ends the process through `exit`; logs go to `write`.
 */
export function runUtility(
  parent: ParentPort,
  exit: (code: number) => void,
  write: (line: string) => void = (line) => process.stderr.write(line),
): void {
  const post = (message: FromEngine) => parent.postMessage(message);
  const log = createLog(write, systemClock.now);
  const { sink, onSaved, onLoaded } = createShellSink(post);
  let engine: Engine | null = null;
  let isStopping = false;

  const fail = (error: AppError) => {
    log('engine.failed', { code: error.code });
    post({ type: 'failed', error });
    setTimeout(() => exit(1), LEAVE_MS);
  };
  const start = (options: EngineStartOptions) => {
    const opened = openEngine(options, { sink, log, onReplaced: () => post({ type: 'replaced' }) });
    if (!opened.ok) return fail(opened.error);
    engine = opened.value;
    post({ type: 'ready' });
  };
  const stop = async () => {
    // A shell that quits asks twice: for the open workspace, and for all that run.
    if (isStopping) return;
    isStopping = true;
    await engine?.stop();
    post({ type: 'stopped' });
    setTimeout(() => exit(0), LEAVE_MS);
  };
  parent.on('message', ({ data, ports }) => {
    const message = ToEngine.safeParse(data);
    if (!message.success) return log('shell.messageInvalid', { reason: message.error.issues[0]?.message });
    if (message.data.type === 'start' && !engine) return start(message.data.options);
    if (message.data.type === 'port' && engine && ports[0]) return serveClient(engine, ports[0]);
    if (message.data.type === 'tokensSaved') return onSaved(message.data.id, message.data.error);
    if (message.data.type === 'tokensLoaded') return onLoaded(message.data);
    if (message.data.type === 'stop') void stop();
  });
}

function openEngine(
  options: EngineStartOptions,
  own: Pick<EngineOptions, 'sink' | 'log' | 'onReplaced'>,
): Result<Engine, AppError> {
  const xUrl = options.xUrl === undefined ? null : toXUrl(options.xUrl);
  if (xUrl && !xUrl.ok) return err({ code: 'invalid', path: 'xUrl', reason: xUrl.error });
  return createEngine({
    dataDir: options.dataDir,
    xUrl: xUrl?.value ?? null,
    agentName: options.agentName,
    credentials: options.tokens && { tokens: options.tokens, clientId: options.clientId ?? null },
    pollSeconds: options.pollSeconds ?? null,
    recover: options.recover,
    restore: options.restore,
    readOnly: options.readOnly,
    ...own,
    clock: systemClock,
    timeoutMs: X_TIMEOUT_MS,
  });
}

/** A sink that has the shell keep the tokens, and the functions to call when the shell responds. */
interface ShellSink {
  readonly sink: SecretSink;
  readonly onSaved: (id: string, error?: AppError) => void;
  readonly onLoaded: (response: ToEngine & { readonly type: 'tokensLoaded' }) => void;
}

function createShellSink(post: (message: FromEngine) => void): ShellSink {
  const saving = new Map<string, (error?: AppError) => void>();
  const loading = new Map<string, (saved: Credentials | null) => void>();
  return {
    sink: {
      saveTokens: (tokens, clientId) =>
        new Promise((resolve, reject) => {
          const id = v7();
          saving.set(id, (error) => (error ? reject(new Error(error.code)) : resolve()));
          post({ type: 'saveTokens', id, tokens, ...(clientId === null ? {} : { clientId }) });
        }),
      loadTokens: () =>
        new Promise((resolve) => {
          const id = v7();
          loading.set(id, resolve);
          post({ type: 'loadTokens', id });
        }),
    },
    onSaved: (id, error) => {
      saving.get(id)?.(error);
      saving.delete(id);
    },
    onLoaded: ({ id, tokens, clientId }) => {
      loading.get(id)?.(tokens && { tokens, clientId: clientId ?? null });
      loading.delete(id);
    },
  };
}
