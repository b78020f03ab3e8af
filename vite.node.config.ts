import { defineConfig } from 'vite';

const native = ['electron', 'better-sqlite3', /^electron\//];

/** The others are CommonJS: a code cache needs that, a sandboxed preload too, and Hunspell's WebAssembly looks for `__dirname`. */
const modules = ['shell/main', 'simulator/main'];

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
