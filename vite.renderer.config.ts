import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The window's page. Nothing is inlined: its content security policy allows only files of its own origin. */
export default defineConfig({
  root: 'src-renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    sourcemap: true,
    assetsInlineLimit: 0,
    license: { fileName: '.licences/renderer.json' },
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
});
