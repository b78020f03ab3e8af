import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export interface EngineBundle {
  /** Path of the bundled `engineChild.ts`. */
  readonly script: string;
  remove(): void;
}

/** Bundles the engine process into one file, which halves its start time. Later edits of the sources do not affect it. */
export async function bundleEngine(): Promise<EngineBundle> {
  const outDir = pathOf(`../../.cache/chaos-${process.pid}`);
  await build({
    configFile: false,
    logLevel: 'error',
    // twitter-text needs the npm package punycode, not the deprecated Node.js module of that name.
    resolve: { alias: { punycode: 'punycode/punycode.js' } },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: pathOf('./engineChild.ts'),
      outDir,
      target: 'node22',
      rolldownOptions: {
        external: ['better-sqlite3'],
        output: { format: 'es', entryFileNames: 'engineChild.js', codeSplitting: false },
      },
    },
  });
  return {
    script: `${outDir}/engineChild.js`,
    remove: () => rmSync(outDir, { recursive: true, force: true }),
  };
}
