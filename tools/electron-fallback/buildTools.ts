import { createHash } from 'node:crypto';
import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runQuietly } from '../command.ts';
import { print, showSeconds } from '../progress.ts';
import { ensurePart } from './cache.ts';

const here = import.meta.dirname;

/** Installs the packages of package-lock.json on first use. Returns the folder that holds their `node_modules`. */
export async function ensureBuildTools(): Promise<string> {
  const lock = await readFile(join(here, 'package-lock.json'));
  const name = `tools-${createHash('sha256').update(lock).digest('hex').slice(0, 12)}`;
  return ensurePart(name, async (folder) => {
    print('installing the build tools for Electron');
    await copyFile(join(here, 'package.json'), join(folder, 'package.json'));
    await copyFile(join(here, 'package-lock.json'), join(folder, 'package-lock.json'));
    await showSeconds(
      'installing the build tools',
      runQuietly('npm', ['ci', '--ignore-scripts', '--prefix', folder]),
    );
  });
}

/** Path of a tool's program in the folder that `ensureBuildTools` returned. */
export function toolPath(buildTools: string, name: string): string {
  return join(buildTools, 'node_modules', '.bin', name);
}
