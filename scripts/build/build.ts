import { existsSync } from 'node:fs';
import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build as bundle } from 'vite';
import { print } from '../../tools/progress.ts';
import { listName } from '../builtEngine.cjs';
import { projectFolder } from '../projectFolder.ts';
import { makeCodeCaches } from './codeCache/codeCaches.ts';
import { copyDictionaries } from './dictionaries.ts';
import { inputsHash, toEngineSources } from './inputs.ts';
import { writeNotices } from './writeNotices.ts';

const nodeBundles = [
  'shell/main',
  'shell/preload',
  'shell/spelling/worker',
  'engine/main',
  'engine/load',
  'engine/store/checkThread',
  'simulator/main',
] as const;
const out = join(projectFolder, 'out');
const common = { root: projectFolder, logLevel: 'warn' } as const;
const nodeConfig = join(projectFolder, 'vite.node.config.ts');
/** Holds the hash of the sources that `out/` was built from. */
const stampName = '.inputs';

/** Bundles the sources into `out/` unless it is up to date. `out/` is replaced completely or not at all. */
export async function build(): Promise<void> {
  // Before their contents are read, so that an edit meanwhile is an edit after the build.
  const engineSources = await toEngineSources();
  const hash = await inputsHash();
  if ((await readStamp(out)) === hash) return writeWhole(join(projectFolder, listName), engineSources);
  print('bundling the application');
  const startedAt = performance.now();
  const work = join(projectFolder, `.cache/build-${process.pid}`);
  try {
    await asProduction(() => bundleInto(join(work, 'out')));
    const engine = join(work, 'out/engine/main.cjs');
    await makeCodeCaches(engine, join(work, 'codeCache'), { ...common, configFile: nodeConfig });
    await writeFile(join(work, 'out', stampName), hash);
    await writeFile(join(work, listName), engineSources);
    await replaceOutput(work, hash);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  print(`bundled in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}

/** Test runners set NODE_ENV, with anything but `production` in which Vite takes the development build of React. */
async function asProduction(work: () => Promise<void>): Promise<void> {
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    await work();
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

async function bundleInto(folder: string): Promise<void> {
  await bundle({
    ...common,
    root: join(projectFolder, 'src-renderer'),
    configFile: join(projectFolder, 'vite.renderer.config.ts'),
    build: { outDir: join(folder, 'renderer') },
  });
  for (const mode of nodeBundles) {
    await bundle({ ...common, configFile: nodeConfig, mode, build: { outDir: folder } });
  }
  await copyDictionaries(join(folder, 'dictionaries'));
  await writeNotices(folder);
  await cp(join(projectFolder, 'assets'), join(folder, 'assets'), { recursive: true });
}

/** Of two concurrent builds of the same sources the later one keeps the result of the earlier one. */
async function replaceOutput(work: string, hash: string): Promise<void> {
  try {
    if (existsSync(out)) await rename(out, join(work, 'previous'));
    await rename(join(work, 'out'), out);
  } catch (error) {
    if ((await readStamp(out)) !== hash) throw error;
  }
}

async function writeWhole(file: string, text: string): Promise<void> {
  await writeFile(`${file}.${process.pid}`, text);
  await rename(`${file}.${process.pid}`, file);
}

async function readStamp(folder: string): Promise<string | null> {
  return readFile(join(folder, stampName), 'utf8').catch(() => null);
}
