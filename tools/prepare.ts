import { prepareElectron } from './electron.ts';
import { requireWindowPackages } from './linuxPackages.ts';
import { print } from './progress.ts';
import { hasDisplay, startVirtualDisplay } from './virtualDisplay.ts';

/** How to start Perch in Electron on this machine. */
export interface Preparation {
  readonly program: string;
  /** Electron's switches, to be passed before the application's folder. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Closes the virtual display if one was started. */
  readonly close: () => void;
}

/**
 * Ensures everything that opening a window takes: Electron, its shared libraries and a display. On Linux the display is virtual
 * if there is no other or `virtualDisplay` is set. Throws a `SetUpError` if something is missing and cannot be installed.
 */
export async function prepare(options: { readonly virtualDisplay?: boolean } = {}): Promise<Preparation> {
  const isVirtual = process.platform === 'linux' && (options.virtualDisplay === true || !hasDisplay());
  const runtime = await prepareElectron();
  await requireWindowPackages(runtime.program, isVirtual);
  if (!isVirtual) return { ...runtime, close: () => {} };
  const display = await startVirtualDisplay();
  return { ...runtime, env: { ...runtime.env, ...display.env }, close: display.close };
}

/** Prints a warning if the window runs without Chromium's sandbox. */
export function warnIfUnsandboxed({ args }: Preparation): void {
  if (args.includes('--no-sandbox')) print("running as root, without Chromium's sandbox (--no-sandbox)");
}
