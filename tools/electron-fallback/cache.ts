import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

const unfinishedPart = /^\.making-(\d+)-/;

/** The folder of all cached parts. It is outside the project, so that `npm ci` does not delete it. */
export function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'perch', 'electron-fallback');
}

/** Path of a finished part of the cache. */
export function partPath(name: string): string {
  return join(cacheFolder(), name);
}

/**
 * Returns the folder of a part, built by `make` on first use. A part is complete or absent: it is built in a temporary folder
 * and then renamed, so that a kill leaves nothing half-built and of two concurrent builds one is discarded.
 */
export async function ensurePart(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const finished = partPath(name);
  if (existsSync(finished)) return finished;
  await mkdir(cacheFolder(), { recursive: true, mode: 0o700 });
  await removeLeftovers();
  const unfinished = await mkdtemp(join(cacheFolder(), `.making-${process.pid}-`));
  try {
    const folder = join(unfinished, 'part');
    await mkdir(folder);
    await make(folder);
    await publish(folder, finished);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return finished;
}

async function publish(folder: string, finished: string): Promise<void> {
  try {
    await rename(folder, finished);
  } catch (error) {
    if (!existsSync(finished)) throw error;
  }
}

/** Removes the temporary folders of processes that no longer run. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(cacheFolder())) {
    const pid = unfinishedPart.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid)))
      await rm(partPath(name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** In a container without an init process, exited processes stay in the table as zombies. */
function isZombie(pid: number): boolean {
  const stat = `/proc/${pid}/stat`;
  return existsSync(stat) && /\) Z /.test(readFileSync(stat, 'utf8'));
}
