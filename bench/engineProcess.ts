import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { EngineInput, EngineMethod } from '#shared/contract/engine.ts';
import { seededRandom } from './corpus.ts';
import { median, type Spent } from './measure.ts';
import { typedWords } from './texts.ts';

/** The arguments of a bare Node that sends each line back. */
export const echo: readonly string[] = ['-e', 'process.stdin.pipe(process.stdout)'];

/** The arguments of an engine that serves the workspace `dir` and fetches nothing. */
export const serving = (dir: string): readonly string[] => ['--data', dir, '--poll-seconds', '0'];

/**
 * Starts Node with each of these arguments `times` times, in turn, so that the load of the machine affects all alike. Returns the
 * medians of what each took from its start to its first response. Processor time is measured on Linux only.
 */
export async function startInTurn(commands: readonly (readonly string[])[], times: number): Promise<Spent[]> {
  const measured = commands.map((args) => ({ args, spent: [] as Spent[] }));
  for (let turn = 0; turn < times; turn += 1) {
    for (const { args, spent } of measured) spent.push(await spentOnFirstPage(args));
  }
  return measured.map(({ spent }) => ({
    ms: median(spent.map(({ ms }) => ms)),
    processorMs: median(spent.map(({ processorMs }) => processorMs)),
  }));
}

/** What Node takes with these arguments from its start to the first page of the queue. */
async function spentOnFirstPage(args: readonly string[]): Promise<Spent> {
  const start = performance.now();
  const child = startProcess(args);
  await child.call('conversations.list', { view: 'queue' });
  const ms = performance.now() - start;
  const processorMs = toProcessorMs(child.pid);
  await child.end();
  return { ms, processorMs };
}

/** The resident memory of an engine after many lists and searches. Needs `ps`, so not on Windows. */
export async function measureResidentBytes(args: readonly string[]): Promise<number> {
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

/** The processor time of all threads of a process so far. Measured on Linux only. */
export function toProcessorMs(pid: number | undefined): number {
  if (process.platform !== 'linux') return Number.NaN;
  const threads = `/proc/${pid}/task`;
  const nanoseconds = readdirSync(threads).map((thread) =>
    Number.parseInt(readFileSync(`${threads}/${thread}/schedstat`, 'utf8'), 10),
  );
  return nanoseconds.reduce((total, each) => total + each, 0) / 1e6;
}

/** The most memory that a process ever had. Measured on Linux only. */
export function toPeakBytes(pid: number | undefined): number {
  if (process.platform !== 'linux') return Number.NaN;
  const [, kilobytes] = /VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1_024;
}

/** Starts Node with these arguments; it takes requests, several at once, on its standard input. */
export function startProcess(args: readonly string[]) {
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const waiting = new Map<number, (response: Response) => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const response: Response = JSON.parse(line);
    if (response.id !== undefined) waiting.get(response.id)?.(response);
  });
  let id = 0;
  return {
    pid: child.pid,
    call: async <M extends EngineMethod>(method: M, params: EngineInput<M>) => {
      id += 1;
      const responded = new Promise<Response>((resolve) => waiting.set(id, resolve));
      child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
      const { error } = await responded;
      if (error) throw new Error(`${method}: ${JSON.stringify(error)}`);
    },
    end: async () => {
      child.stdin.end();
      await once(child, 'exit');
    },
  };
}

interface Response {
  /** Notifications have none. */
  readonly id?: number;
  readonly error?: unknown;
}
