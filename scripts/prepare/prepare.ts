import { hasDisplay, startVirtualDisplay } from './display.ts';
import { type ElectronRuntime, prepareElectron } from './electron.ts';
import { requirePackages } from './linuxPackages.ts';

export interface Preparation {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Ends the virtual display, where one was started. */
  readonly close: () => void;
}

/** Makes ready what a window needs here: Electron, its libraries, and a display, a virtual one where none is named. */
export async function prepare(options: { readonly virtualDisplay?: boolean } = {}): Promise<Preparation> {
  const onVirtualDisplay = options.virtualDisplay === true || !hasDisplay();
  const runtime: ElectronRuntime = await prepareElectron();
  await requirePackages(runtime.program, onVirtualDisplay);
  if (!onVirtualDisplay) return { ...runtime, close: () => {} };
  const display = await startVirtualDisplay();
  return { ...runtime, env: { ...runtime.env, ...display.env }, close: display.close };
}
