import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

const unfinishedPart = /^\.making-(\d+)-/;

/** The folder that holds what was prepared; it lies outside the project, so that `npm ci` leaves it alone. */
export function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'perch', 'electron-fallback');
}

/** Where a part of the cache lies once it is made. */
export function partPath(name: string): string {
  return join(cacheFolder(), name);
}

/**
 * Gives the folder of a part, made by `make` when it is not there yet. A part appears whole or not at all: it is made
 * in a folder of its own and then renamed, so a kill leaves nothing half-made and of two makers one simply loses.
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

/** Removes what makers that are no longer alive have left behind. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(cacheFolder())) {
    const pid = unfinishedPart.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      await rm(partPath(name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A dead process that nobody waited for, which a container without an init process keeps for ever. */
function isZombie(pid: number): boolean {
  const stat = `/proc/${pid}/stat`;
  return existsSync(stat) && /\) Z /.test(readFileSync(stat, 'utf8'));
}
