import { createHash } from 'node:crypto';
import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runQuietly } from '../prepare/command.ts';
import { say, showSeconds } from '../prepare/progress.ts';
import { ensurePart } from './cache.ts';

const here = import.meta.dirname;

/** Gives the folder whose `node_modules` holds the tools of package-lock.json, installed on first use. */
export async function ensureTools(): Promise<string> {
  const lock = await readFile(join(here, 'package-lock.json'));
  const name = `tools-${createHash('sha256').update(lock).digest('hex').slice(0, 12)}`;
  return ensurePart(name, async (folder) => {
    say('fetching the tools that prepare Electron');
    await copyFile(join(here, 'package.json'), join(folder, 'package.json'));
    await copyFile(join(here, 'package-lock.json'), join(folder, 'package-lock.json'));
    await showSeconds(
      'fetching the tools',
      runQuietly('npm', ['ci', '--ignore-scripts', '--prefix', folder]),
    );
  });
}

/** Path of a tool's program in the folder that `ensureTools` gave. */
export function toolProgram(tools: string, name: string): string {
  return join(tools, 'node_modules', '.bin', name);
}
