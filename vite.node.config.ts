import { defineConfig } from 'vite';

const native = ['electron', 'better-sqlite3', /^electron\//];

/** A bundle that runs in Node. The mode names its entry: `shell/main`, `shell/preload`, `engine/main` or `simulator/main`. */
export default defineConfig(({ mode }) => {
  const isPreload = mode === 'shell/preload';
  return {
    // twitter-text needs the npm package punycode, not the deprecated Node.js module of that name.
    resolve: { alias: { punycode: 'punycode/punycode.js' } },
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
        output: isPreload
          ? { format: 'cjs', entryFileNames: `${mode}.cjs`, codeSplitting: false }
          : { format: 'es', entryFileNames: `${mode}.js`, codeSplitting: false },
      },
    },
  };
});
