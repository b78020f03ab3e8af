import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build as bundle, type InlineConfig } from 'vite';
import { toErrorMessage } from '#shared/toErrorMessage.ts';
import { prepareElectron } from '../../../tools/electron.ts';
import { print } from '../../../tools/progress.ts';

const LIMIT_MS = 60_000;
const queue = { jsonrpc: '2.0', id: 1, method: 'conversations.list', params: { view: 'queue' } };

/**
 * Makes the code caches of the built `engine`, for this Node and for this machine's Electron, in the folder `work`. Where one cannot be
 * made, the engine works all the same and only starts more slowly; that is printed.
 */
export async function makeCodeCaches(engine: string, work: string, config: InlineConfig): Promise<void> {
  for (const name of ['record', 'recordInElectron']) {
    await bundle({
      ...config,
      mode: name,
      build: { ssr: `scripts/build/codeCache/${name}.ts`, outDir: work },
    });
  }
  await orPrint('Node', () => recordInNode(engine, work));
  await orPrint('Electron', () => recordInElectron(engine, work));
}

async function recordInNode(engine: string, work: string): Promise<void> {
  const args = [join(work, 'record.cjs'), engine, '--data', await emptyFolder(work, 'node')];
  const child = spawn(process.execPath, [...args, '--poll-seconds', '0'], {
    stdio: ['pipe', 'ignore', 'ignore'],
    timeout: LIMIT_MS,
  });
  child.stdin.end(`${JSON.stringify(queue)}\n`);
  await untilExit(child);
}

async function recordInElectron(engine: string, work: string): Promise<void> {
  const { program, args, env } = await prepareElectron();
  // It shows nothing, so it needs no display.
  const display = process.platform === 'linux' ? ['--ozone-platform=headless'] : [];
  const main = join(work, 'recordInElectron.cjs');
  const folder = await emptyFolder(work, 'electron');
  const child = spawn(program, [...args, ...display, main, join(work, 'record.cjs'), engine, folder], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
    timeout: LIMIT_MS,
  });
  await untilExit(child);
}

async function emptyFolder(work: string, name: string): Promise<string> {
  const folder = join(work, `workspace-${name}`);
  await mkdir(folder, { recursive: true });
  return folder;
}

async function untilExit(child: ChildProcess): Promise<void> {
  const [code, signal] = await once(child, 'exit');
  if (code !== 0) throw new Error(`it ended with ${signal ?? code}`);
}

async function orPrint(name: string, record: () => Promise<void>): Promise<void> {
  try {
    await record();
  } catch (error) {
    const reason = toErrorMessage(error);
    print(`no code cache for ${name}, where the engine will start more slowly: ${reason}`);
  }
}
