import path from 'node:path';

/** Where the parts of the built application lie. */
export interface Locations {
  readonly renderer: string;
  readonly preload: string;
  readonly engine: string;
  readonly simulator: string;
  readonly assets: string;
}

/** The parts, seen from the folder that holds the shell's own bundle. */
export function toLocations(shellDir: string): Locations {
  const out = path.dirname(shellDir);
  return {
    renderer: path.join(out, 'renderer'),
    preload: path.join(out, 'shell', 'preload.cjs'),
    engine: path.join(out, 'engine', 'main.js'),
    simulator: path.join(out, 'simulator', 'main.js'),
    assets: path.join(out, 'assets'),
  };
}
