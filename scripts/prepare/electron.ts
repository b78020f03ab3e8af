import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  isFallbackPossible,
  isOfficialSourceSilent,
  prepareFallback,
} from '../electron-fallback/fallback.ts';
import { isRoot } from './command.ts';
import { installOfficialElectron } from './officialElectron.ts';
import { say } from './progress.ts';
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
  const args = isRoot() && process.platform === 'linux' ? ['--no-sandbox'] : [];
  if (officialProgram() === null && !(await isOfficialSourceSilent()))
    await installOfficialElectron(electronPackage);
  const program = officialProgram();
  if (program !== null) return { program, args, env: {} };
  if (!isFallbackPossible()) {
    throw new SetUpError(
      'Electron could not be downloaded. Check the connection to github.com, then: npx install-electron',
    );
  }
  return { args, ...(await prepareFallback()) };
}

/** The program of the official Electron where it is installed, of the right version and whole; else null. */
function officialProgram(): string | null {
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

/** Says once why the window runs without Chromium's sandbox. */
export function sayIfUnsandboxed(runtime: ElectronRuntime): void {
  if (runtime.args.includes('--no-sandbox'))
    say("running as root, so without Chromium's sandbox (--no-sandbox)");
}
