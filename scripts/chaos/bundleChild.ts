import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The engine's process in one file. */
export interface Bundle {
  readonly script: string;
  remove(): void;
}

/** Makes one file of the engine's process, which halves its start; what is edited later does not reach it. */
export async function bundleChild(): Promise<Bundle> {
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
