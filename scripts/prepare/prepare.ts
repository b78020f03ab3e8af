import { hasDisplay, startVirtualDisplay } from './display.ts';
import { prepareElectron } from './electron.ts';
import { requirePackages } from './linuxPackages.ts';
import { say } from './progress.ts';

/** How to run Perch in Electron on this machine. */
export interface Preparation {
  readonly program: string;
  /** Switches that come before the application's folder. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Ends the virtual display, where one was started. */
  readonly close: () => void;
}

/** Makes ready what a window needs here: Electron, its libraries, and a display, a virtual one where none is named. */
export async function prepare(options: { readonly virtualDisplay?: boolean } = {}): Promise<Preparation> {
  const isVirtual = process.platform === 'linux' && (options.virtualDisplay === true || !hasDisplay());
  const runtime = await prepareElectron();
  await requirePackages(runtime.program, isVirtual);
  if (!isVirtual) return { ...runtime, close: () => {} };
  const display = await startVirtualDisplay();
  return { ...runtime, env: { ...runtime.env, ...display.env }, close: display.close };
}

/** Says so where the window runs without Chromium's sandbox. */
export function sayIfUnsandboxed({ args }: Preparation): void {
  if (args.includes('--no-sandbox')) say("running as root, so without Chromium's sandbox (--no-sandbox)");
}
