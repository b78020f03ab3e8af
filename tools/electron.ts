import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isRoot } from './command.ts';
import { downloadElectron } from './downloadElectron.ts';
import { downloadOrFallBack } from './electron-fallback/fallback.ts';
import { SetUpError } from './setUpError.ts';

export interface ElectronRuntime {
  readonly program: string;
  /** Switches that Electron needs on this machine, to be passed first. */
  readonly args: readonly string[];
  /** Environment variables to add for the application. */
  readonly env: Readonly<Record<string, string>>;
}

const electronPackage = resolve(import.meta.dirname, '../node_modules/electron');

/** Returns an Electron for this machine: the installed one, else a fresh download, else the fallback. */
export async function prepareElectron(): Promise<ElectronRuntime> {
  const installed = installedProgram();
  const found = installed === null ? await downloadOrFallBack(download) : { program: installed, env: {} };
  if (found !== null) return { ...found, args: requiredSwitches() };
  throw new SetUpError(
    'Electron could not be downloaded. Check the connection to github.com, then run: npx install-electron',
  );
}

async function download(): Promise<string | null> {
  await downloadElectron(electronPackage);
  return installedProgram();
}

/** Path of the official Electron's program, or null unless it is completely installed in the version of package.json. */
function installedProgram(): string | null {
  const pathFile = join(electronPackage, 'path.txt');
  const versionFile = join(electronPackage, 'dist/version');
  if (!existsSync(pathFile) || !existsSync(versionFile)) return null;
  const manifest: { readonly version: string } = JSON.parse(
    readFileSync(join(electronPackage, 'package.json'), 'utf8'),
  );
  if (readFileSync(versionFile, 'utf8').replace(/^v/, '') !== manifest.version) return null;
  const program = join(electronPackage, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(program) ? program : null;
}

/** Chromium refuses to run its sandbox as root. */
function requiredSwitches(): readonly string[] {
  return process.platform === 'linux' && isRoot() ? ['--no-sandbox'] : [];
}
