import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { EngineInput, EngineMethod, EngineOutput } from '#shared/contract/engine.ts';
import type { ParentMessage } from './engineChild.ts';

/** Path of the unbundled engine process. */
export const childSource = fileURLToPath(new URL('./engineChild.ts', import.meta.url));

/** An engine in a process of its own, called over stdin and stdout. */
export interface EngineProcess {
  /** Opens a workspace. Call it once, before anything else. */
  open(workspace: Omit<Extract<ParentMessage, { readonly kind: 'open' }>, 'kind'>): void;
  setClock(offsetMs: number): void;
  /** Resolves with the result, or null if the call failed or the process ended first. */
  call<M extends EngineMethod>(method: M, input: EngineInput<M>): Promise<EngineOutput<M> | null>;
  /** Whether a call of this method is pending. */
  isBusyWith(method: EngineMethod): boolean;
  /** Kills the process, as a power cut would. */
  kill(): Promise<void>;
  /** Lets the process end normally. Resolves with whether its exit code was 0. */
  stop(): Promise<boolean>;
}

interface Pending {
  readonly method: EngineMethod;
  readonly settle: (result: unknown) => void;
}

/** Starts the process `script`. Resolves when its code is loaded and it waits for `open`. */
export async function startEngineProcess(script: string): Promise<EngineProcess> {
  const child = spawn(process.execPath, ['--disable-warning=DEP0040', script], {
    stdio: ['pipe', 'pipe', 'ignore', 'ipc'],
  });
  const exited = once(child, 'exit').then(([code]) => Number(code ?? 1));
  const pending = new Map<number, Pending>();
  // Writing to a killed process must not throw.
  child.stdin?.on('error', () => {});
  child.on('error', () => {});
  readResponses(child, pending);
  void exited.then(() => {
    for (const { settle } of pending.values()) settle(null);
    pending.clear();
  });
  await Promise.race([once(child, 'message'), exited]);
  return {
    open: (workspace) => send(child, { kind: 'open', ...workspace }),
    setClock: (offsetMs) => send(child, { kind: 'setClock', offsetMs }),
    call: (method, input) => call(child, pending, method, input),
    isBusyWith: (method) => [...pending.values()].some((each) => each.method === method),
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    stop: async () => {
      child.stdin?.end();
      return (await exited) === 0;
    },
  };
}

const isRunning = (child: ChildProcess) => child.exitCode === null && child.signalCode === null;

function send(child: ChildProcess, message: ParentMessage): void {
  if (child.connected) child.send(message, () => {});
}

function readResponses(child: ChildProcess, pending: Map<number, Pending>): void {
  if (!child.stdout) return;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { id = -1, result = null } = parse(line);
    pending.get(id)?.settle(result);
    pending.delete(id);
  });
}

// A killed process may leave a truncated last line.
function parse(line: string): { readonly id?: number; readonly result?: unknown } {
  try {
    return JSON.parse(line);
  } catch {
    return {};
  }
}

let lastId = 0;

async function call<M extends EngineMethod>(
  child: ChildProcess,
  pending: Map<number, Pending>,
  method: M,
  params: EngineInput<M>,
): Promise<EngineOutput<M> | null> {
  if (!isRunning(child)) return null;
  lastId += 1;
  const id = lastId;
  const response = new Promise<unknown>((settle) => pending.set(id, { method, settle }));
  child.stdin?.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
  return (await response) as EngineOutput<M> | null;
}
