import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Makes one file of the engine's process, which halves its start; answers where it is. */
export async function bundleChild(): Promise<string> {
  const outDir = pathOf('../../.cache/chaos');
  await build({
    configFile: false,
    logLevel: 'error',
    // twitter-text means the package, not the deprecated module of Node.js that has its name.
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
  return `${outDir}/engineChild.js`;
}
