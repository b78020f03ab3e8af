import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { EngineInput, EngineMethod, EngineOutput } from '#shared/contract/engine.ts';
import type { Steering } from './engineChild.ts';

/** The process as source. */
export const childSource = fileURLToPath(new URL('./engineChild.ts', import.meta.url));

/** An engine in a process of its own, spoken to on stdin and stdout. */
export interface EngineProcess {
  /** Opens the workspace; only then the engine lives. */
  go(place: Omit<Extract<Steering, { readonly kind: 'go' }>, 'kind'>): void;
  steer(offsetMs: number): void;
  /** The answer; null when the call failed or the process ended before. */
  call<M extends EngineMethod>(method: M, input: EngineInput<M>): Promise<EngineOutput<M> | null>;
  /** Whether a call of this method has no answer yet. */
  isBusyWith(method: EngineMethod): boolean;
  /** Ends the process as a power cut would. */
  kill(): Promise<void>;
  /** Lets it end by itself; false where it had to complain. */
  end(): Promise<boolean>;
  /** The last that it wrote to its log. */
  log(): string;
}

interface Pending {
  readonly method: EngineMethod;
  readonly settle: (result: unknown) => void;
}

/** Starts the process `script` that has everything loaded and waits for `go`. */
export async function startEngineProcess(script: string): Promise<EngineProcess> {
  const child = spawn(process.execPath, ['--disable-warning=DEP0040', script], {
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
  });
  const exited = once(child, 'exit').then(([code]) => Number(code ?? 1));
  const waiting = new Map<number, Pending>();
  let log = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    log = `${log}${text}`.slice(-20_000);
  });
  // A process that was killed takes no more input.
  child.stdin?.on('error', () => {});
  child.on('error', () => {});
  listen(child, waiting);
  void exited.then(() => {
    for (const { settle } of waiting.values()) settle(null);
    waiting.clear();
  });
  await Promise.race([once(child, 'message'), exited]);
  return {
    go: (place) => say(child, { kind: 'go', ...place }),
    steer: (offsetMs) => say(child, { kind: 'steer', offsetMs }),
    call: (method, input) => ask(child, waiting, method, input),
    isBusyWith: (method) => [...waiting.values()].some((pending) => pending.method === method),
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    end: async () => {
      child.stdin?.end();
      return (await exited) === 0;
    },
    log: () => log,
  };
}

const isAlive = (child: ChildProcess) => child.exitCode === null && child.signalCode === null;

function say(child: ChildProcess, steering: Steering): void {
  if (child.connected) child.send(steering, () => {});
}

function listen(child: ChildProcess, waiting: Map<number, Pending>): void {
  if (!child.stdout) return;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { id = -1, result = null } = parse(line);
    waiting.get(id)?.settle(result);
    waiting.delete(id);
  });
}

// A process that was killed may leave half a line behind.
function parse(line: string): { readonly id?: number; readonly result?: unknown } {
  try {
    return JSON.parse(line);
  } catch {
    return {};
  }
}

let lastId = 0;

async function ask<M extends EngineMethod>(
  child: ChildProcess,
  waiting: Map<number, Pending>,
  method: M,
  params: EngineInput<M>,
): Promise<EngineOutput<M> | null> {
  if (!isAlive(child)) return null;
  lastId += 1;
  const id = lastId;
  const answer = new Promise<unknown>((settle) => waiting.set(id, { method, settle }));
  child.stdin?.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
  return (await answer) as EngineOutput<M> | null;
}
