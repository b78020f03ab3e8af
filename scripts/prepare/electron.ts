import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { downloadOrFallBack } from '../electron-fallback/fallback.ts';
import { isRoot } from './command.ts';
import { downloadElectron } from './downloadElectron.ts';
import { SetUpError } from './setUpError.ts';

export interface ElectronRuntime {
  readonly program: string;
  /** Switches that every start on this machine needs. */
  readonly args: readonly string[];
  /** What the application must find in its environment, beside what is there already. */
  readonly env: Readonly<Record<string, string>>;
}

const electronPackage = resolve(import.meta.dirname, '../../node_modules/electron');

/** Gives an Electron that runs here: the installed one, else from its official source, else the fallback. */
export async function prepareElectron(): Promise<ElectronRuntime> {
  const installed = installedProgram();
  const found = installed === null ? await downloadOrFallBack(download) : { program: installed, env: {} };
  if (found !== null) return { ...found, args: neededSwitches() };
  throw new SetUpError(
    'Electron could not be downloaded. Check the connection to github.com, then: npx install-electron',
  );
}

async function download(): Promise<string | null> {
  await downloadElectron(electronPackage);
  return installedProgram();
}

/** The program of the official Electron where it is installed, of the right version and whole; else null. */
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
function neededSwitches(): readonly string[] {
  return process.platform === 'linux' && isRoot() ? ['--no-sandbox'] : [];
}
