import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { EngineInput, EngineMethod } from '#shared/contract/engine.ts';
import { seededRandom } from './corpus.ts';
import { median } from './measure.ts';
import { typedWords } from './texts.ts';

const STARTS = 5;

/** Start times and memory of the engine as a process of its own. */
export interface EngineCosts {
  /** From the start of a process to its first response: bare Node that echoes, and the engine with a page of the queue. */
  readonly bareNodeMs: number;
  readonly firstPageMs: number;
  /** Resident memory after many lists and searches. */
  readonly residentBytes: number;
}

/** Starts bare Node and the bundled engine `main` on the workspace `dir` alternately. Needs `ps`, so not on Windows. */
export async function measureEngine(main: string, dir: string): Promise<EngineCosts> {
  const bare: number[] = [];
  const pages: number[] = [];
  const echo = 'process.stdin.pipe(process.stdout)';
  for (let start = 0; start < STARTS; start += 1) {
    bare.push(await measureFirstResponse(['-e', echo]));
    pages.push(await measureFirstResponse([main, '--data', dir, '--poll-seconds', '0']));
  }
  const residentBytes = await measureResidentBytes([main, '--data', dir, '--poll-seconds', '0']);
  return { bareNodeMs: median(bare), firstPageMs: median(pages), residentBytes };
}

async function measureFirstResponse(args: readonly string[]): Promise<number> {
  const start = performance.now();
  const child = startProcess(args);
  await child.call('conversations.list', { view: 'queue' });
  const ms = performance.now() - start;
  await child.end();
  return ms;
}

async function measureResidentBytes(args: readonly string[]): Promise<number> {
  const random = seededRandom(13);
  const child = startProcess(args);
  for (let n = 0; n < 300; n += 1) {
    await child.call('search.messages', { text: typedWords(random) });
    await child.call('conversations.list', { view: n % 2 === 0 ? 'queue' : 'all', limit: 100 });
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
    call: async <M extends EngineMethod>(method: M, params: EngineInput<M>) => {
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
