import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runQuietly } from './command.ts';
import { folderSize } from './folderSize.ts';
import { print, showBytes } from './progress.ts';
import { SetUpError } from './setUpError.ts';

const firstByteLimitMs = 20_000;
const stallLimitMs = 60_000;
const watchIntervalMs = 1000;

/**
 * Runs Electron's own installer. Returns also when the download failed: the connection was refused, no byte arrived within
 * 20 s, or none for 60 s after that.
 */
export async function downloadElectron(electronPackage: string): Promise<void> {
  print('downloading Electron from github.com');
  const downloads = await mkdtemp(join(tmpdir(), 'perch-electron-'));
  const temporary = { TMPDIR: downloads, TMP: downloads, TEMP: downloads };
  let stopWatching = () => {};
  try {
    await runQuietly(process.execPath, [join(electronPackage, 'install.js')], {
      env: { ...process.env, ...temporary, ELECTRON_GET_NO_PROGRESS: '1' },
      onStart: (child) => {
        stopWatching = watch(child, [downloads, join(electronPackage, 'dist')]);
      },
    });
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    print('github.com is unreachable');
  } finally {
    stopWatching();
    await rm(downloads, { recursive: true, force: true });
  }
}

/** Shows the progress of the installer and kills it when the download stalls. Returns a function that stops watching. */
function watch(child: ChildProcess, folders: readonly string[]): () => void {
  const progress = showBytes('downloading Electron');
  let bytes = 0;
  let changedAt = performance.now();
  const timer = setInterval(async () => {
    const sizes = await Promise.all(folders.map(folderSize));
    const now = sizes.reduce((sum, size) => sum + size, 0);
    if (now !== bytes) {
      bytes = now;
      changedAt = performance.now();
      progress.update(bytes);
    } else if (performance.now() - changedAt > (bytes === 0 ? firstByteLimitMs : stallLimitMs)) child.kill();
  }, watchIntervalMs);
  return () => {
    clearInterval(timer);
    progress.end();
  };
}
