import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
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
