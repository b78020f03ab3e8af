import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { EngineInput, EngineMethod, EngineOutput } from '#shared/contract/engine.ts';

const main = fileURLToPath(new URL('../../src-main/engine/main.ts', import.meta.url));

/** An engine in its own process, on stdin and stdout. */
export interface SpawnedEngine {
  readonly process: ChildProcess;
  /** All lines of stdout so far. */
  readonly lines: string[];
  /** All of stderr so far. */
  log(): string;
  /** Writes `text` to stdin unchanged. */
  write(text: string): void;
  /** Resolves with the result; with null if the process ends first. Rejects for an error response. */
  call<M extends EngineMethod>(method: M, input: EngineInput<M>): Promise<EngineOutput<M> | null>;
  /** Ends stdin and resolves with the exit code. */
  end(): Promise<number | null>;
  /** Kills the process, as a power cut would. */
  kill(): Promise<void>;
}

/** Starts the engine with these arguments and the simulator's token. */
export function spawnEngine(args: readonly string[], env: NodeJS.ProcessEnv = {}): SpawnedEngine {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, PERCH_X_TOKEN: 'demo-token', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  const waiting = new Map<number, (line: Record<string, unknown> | null) => void>();
  const lines: string[] = [];
  let log = '';
  let nextId = 1;
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  readLines(child.stdout, (line) => {
    lines.push(line);
    const message = JSON.parse(line);
    waiting.get(message.id)?.(message);
  });
  // A killed process accepts no more input.
  child.stdin.on('error', () => {});
  void exited.then(() => {
    for (const settle of waiting.values()) settle(null);
  });
  return {
    process: child,
    lines,
    log: () => log,
    write: (text) => child.stdin.write(text),
    call: async (method, input) => {
      const id = nextId++;
      const response = new Promise<Record<string, unknown> | null>((resolve) => waiting.set(id, resolve));
      child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params: input })}\n`);
      const message = child.exitCode === null && child.signalCode === null ? await response : null;
      waiting.delete(id);
      if (message && 'error' in message) throw new Error(JSON.stringify(message.error));
      return (message?.result ?? null) as never;
    },
    end: async () => {
      child.stdin.end();
      return await exited;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Calls `onLine` for each line as soon as it is complete. */
function readLines(stream: Readable, onLine: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) onLine(part);
  });
}
