import { spawnSync } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { testFolder } from './openTestDb.ts';

const run = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0;

/** Whether this process may mount a disk of its own. */
export const canMount = ((): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return run(
    'sh',
    '-c',
    'd=$(mktemp -d) && mount -t tmpfs -o size=64k perch "$d" && umount "$d"; s=$?; rmdir "$d"; exit $s',
  );
})();

/** Mounts a disk of `kilobytes` until the test ends. */
export function mountDisk(kilobytes: number): string {
  const dir = testFolder();
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'perch', dir)) throw new Error('no mount');
  onTestFinished(() => {
    run('umount', '-l', dir);
  });
  return dir;
}

/** Makes what is reached by its path read-only; files that are open stay writable. Returns the function that undoes it. */
export function makePathsReadOnly(dir: string): () => void {
  if (!run('mount', '--bind', dir, dir) || !run('mount', '-o', 'remount,bind,ro', dir))
    throw new Error('no mount');
  const undo = () => void run('umount', '-l', dir);
  return undo;
}

export const remount = (dir: string, options: string): boolean =>
  run('mount', '-o', `remount,${options}`, dir);
