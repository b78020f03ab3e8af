import path from 'node:path';

/** The paths of the built application's parts. */
export interface Locations {
  readonly renderer: string;
  readonly preload: string;
  readonly engine: string;
  readonly simulator: string;
  readonly assets: string;
  /** The script of the thread that checks spelling. */
  readonly spelling: string;
  readonly dictionaries: string;
}

/** The paths, given the folder of the shell's bundle. */
export function toLocations(shellDir: string): Locations {
  const out = path.dirname(shellDir);
  return {
    renderer: path.join(out, 'renderer'),
    preload: path.join(out, 'shell', 'preload.cjs'),
    engine: path.join(out, 'engine', 'load.cjs'),
    simulator: path.join(out, 'simulator', 'main.js'),
    assets: path.join(out, 'assets'),
    spelling: path.join(out, 'shell', 'spelling', 'worker.cjs'),
    dictionaries: path.join(out, 'dictionaries'),
  };
}
