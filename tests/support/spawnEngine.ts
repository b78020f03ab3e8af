import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { EngineInput, EngineMethod, EngineOutput } from '#shared/contract/engine.ts';

const main = fileURLToPath(new URL('../../src-main/engine/main.ts', import.meta.url));

/** An engine in a process of its own, spoken to on stdin and stdout. */
export interface SpawnedEngine {
  readonly process: ChildProcess;
  /** All that came on stdout, line by line, as it came. */
  readonly lines: string[];
  /** All that came on stderr. */
  log(): string;
  /** Puts `text` on stdin as it is. */
  write(text: string): void;
  /** The answer; null when the process ended before. An error answer is thrown. */
  call<M extends EngineMethod>(method: M, input: EngineInput<M>): Promise<EngineOutput<M> | null>;
  /** Ends stdin and answers the exit code. */
  end(): Promise<number | null>;
  /** Ends the process as a power cut would. */
  kill(): Promise<void>;
}

/** Starts the engine with these arguments; the token for X is that of the simulator. */
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
  // A process that was killed takes no more input.
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
      const answer = new Promise<Record<string, unknown> | null>((resolve) => waiting.set(id, resolve));
      child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params: input })}\n`);
      const message = child.exitCode === null && child.signalCode === null ? await answer : null;
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

/** Calls `onLine` for each line as soon as its end has come. */
function readLines(stream: Readable, onLine: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) onLine(part);
  });
}
