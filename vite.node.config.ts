import { join } from 'node:path';
import { defineConfig, normalizePath } from 'vite';
import { lazyBuiltins } from './scripts/build/lazy/lazyBuiltins.ts';
import { lazyModules } from './scripts/build/lazy/lazyModules.ts';
import { lazySchemas } from './scripts/build/lazy/lazySchemas.ts';

const native = ['electron', 'better-sqlite3', /^electron\//];

/** The others are CommonJS: a code cache needs that, a sandboxed preload too, and Hunspell's WebAssembly looks for `__dirname`. */
const modules = ['shell/main', 'simulator/main'];

/** The engine starts in every window and for every script, and needs a small part of itself for that. */
const lazyParts = () => [
  lazyModules(
    ['shared', 'src-main/engine'].map((folder) => normalizePath(join(import.meta.dirname, folder, '/'))),
  ),
  lazySchemas(),
  lazyBuiltins(),
];

/** A bundle that runs in Node. The mode names its entry, such as `engine/main`. */
export default defineConfig(({ mode }) => {
  return {
    resolve: {
      alias: {
        // twitter-text needs the npm package punycode, not the deprecated Node.js module of that name.
        punycode: 'punycode/punycode.js',
        // The ESM builds of these call imported namespaces as if they were functions.
        'hunspell-asm': 'hunspell-asm/dist/cjs/index.js',
        'emscripten-wasm-loader': 'emscripten-wasm-loader/dist/cjs/index.js',
      },
    },
    plugins: mode === 'engine/main' ? lazyParts() : [],
    define: { 'process.env.NODE_ENV': '"production"' },
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
    build: {
      ssr: `src-main/${mode}.ts`,
      outDir: 'out',
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      license: { fileName: `.licences/${mode}.json` },
      sourcemap: true,
      rolldownOptions: {
        external: native,
        output: modules.includes(mode)
          ? { format: 'es', entryFileNames: `${mode}.js`, codeSplitting: false }
          : { format: 'cjs', entryFileNames: `${mode}.cjs`, codeSplitting: false },
      },
    },
  };
});
