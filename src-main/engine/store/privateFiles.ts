import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { copyFile, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Creates a workspace folder that only its owner can read; an existing one keeps its permissions. */
export function makeFolder(dir: string): void {
  if (existsSync(dir)) return;
  // One by one: below a folder that refuses entries, such as /proc, Node's own recursion never ends.
  const parent = dirname(dir);
  if (parent !== dir) makeFolder(parent);
  mkdirSync(dir, { mode: 0o700 });
}

/** Creates a file that only its owner can read, and removes everybody else's permissions from an existing one. */
export function makePrivateFile(file: string): void {
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
  else chmodSync(file, 0o600);
}

/** Waits until the content of a file is on the disk. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Waits until the content of a large file is on the disk; others get their turn meanwhile. */
export async function syncLargeFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync().finally(async () => await handle.close());
}

/** Writes a file that only its owner can read, and its folder; after a crash it is there as a whole or not at all. */
export function writePrivateFile(file: string, bytes: Uint8Array): void {
  makeFolder(dirname(file));
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  makePrivateFile(unfinished);
  writeFileSync(unfinished, bytes);
  syncFile(unfinished);
  renameSync(unfinished, file);
}

/** Writes chunks to a new file that only its owner can read, and waits until they are on the disk; others get their turn meanwhile. */
export async function writeChunks(file: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  makeFolder(dirname(file));
  rmSync(file, { force: true });
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const chunk of chunks) await handle.appendFile(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Copies a file to one that only its owner can read; after a crash it is there as a whole or not at all. */
export function copyPrivateFile(from: string, to: string): void {
  const unfinished = `${to}.unfinished`;
  rmSync(unfinished, { force: true });
  makePrivateFile(unfinished);
  copyFileSync(from, unfinished);
  makePrivateFile(unfinished);
  syncFile(unfinished);
  renameSync(unfinished, to);
}

/** Copies a large file as `copyPrivateFile` does; others get their turn meanwhile. */
export async function copyLargePrivateFile(from: string, to: string): Promise<void> {
  const unfinished = `${to}.unfinished`;
  try {
    rmSync(unfinished, { force: true });
    makePrivateFile(unfinished);
    await copyFile(from, unfinished);
    makePrivateFile(unfinished);
    await syncLargeFile(unfinished);
    renameSync(unfinished, to);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** The names in a folder; none if it is missing or cannot be read. */
export function listNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Whether a file is missing or has no content. */
export const isEmptyFile = (file: string): boolean =>
  (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0;

/** Removes a database with the files that SQLite keeps beside it. */
export function removeDatabase(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true });
}
