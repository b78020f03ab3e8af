import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { EngineInput, EngineMethod } from '#shared/contract/engine.ts';
import { seeded } from './corpus.ts';
import { median } from './measure.ts';
import { someQuery } from './readings.ts';

const TIMES = 5;

/** What the engine costs as a process of its own on a workspace. */
export interface EngineFigures {
  /** From the start of a process to its first answer: Node with nothing loaded, and the engine with a queue page. */
  readonly bareNodeMs: number;
  readonly firstPageMs: number;
  /** Resident after lists and searches. */
  readonly residentBytes: number;
}

/** Starts the bundled engine `main` on the workspace `dir` some times, Node with nothing loaded in between. */
export async function measureEngine(main: string, dir: string): Promise<EngineFigures> {
  const bare: number[] = [];
  const pages: number[] = [];
  const echo = `process.stdin.pipe(process.stdout)`;
  for (let time = 0; time < TIMES; time += 1) {
    bare.push(await toFirstAnswer(['-e', echo]));
    pages.push(await toFirstAnswer([main, '--data', dir, '--poll-seconds', '0']));
  }
  const residentBytes = await toResident([main, '--data', dir, '--poll-seconds', '0']);
  return { bareNodeMs: median(bare), firstPageMs: median(pages), residentBytes };
}

async function toFirstAnswer(args: readonly string[]): Promise<number> {
  const start = performance.now();
  const child = startProcess(args);
  await child.ask('conversations.list', { view: 'queue' });
  const ms = performance.now() - start;
  await child.end();
  return ms;
}

async function toResident(args: readonly string[]): Promise<number> {
  const random = seeded(13);
  const child = startProcess(args);
  for (let n = 0; n < 300; n += 1) {
    await child.ask('search.messages', { text: someQuery(n, random) });
    await child.ask('conversations.list', { view: n % 2 === 0 ? 'queue' : 'all', limit: 100 });
  }
  const kilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)]));
  await child.end();
  return kilobytes * 1_024;
}

function startProcess(args: readonly string[]) {
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const lines = createInterface({ input: child.stdout });
  return {
    pid: child.pid,
    ask: async <M extends EngineMethod>(method: M, params: EngineInput<M>) => {
      child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })}\n`);
      const [line] = await once(lines, 'line');
      const { error } = JSON.parse(String(line));
      if (error) throw new Error(`${method}: ${JSON.stringify(error)}`);
    },
    end: async () => {
      child.stdin.end();
      await once(child, 'exit');
    },
  };
}
