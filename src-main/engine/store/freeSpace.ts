import { statfsSync } from 'node:fs';

/** What the disk keeps free for the store itself, in bytes. */
const SPARE = 100 * 1024 * 1024;

/** Throws what a full disk does if a file of so many bytes would take the room in a folder that storing needs to go on. */
export function requireSpace(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const needed = bytes + SPARE;
  if (bavail * bsize >= needed) return;
  throw Object.assign(new Error(`it needs ${needed} bytes, ${bavail * bsize} are free`), { code: 'ENOSPC' });
}
