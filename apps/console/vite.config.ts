import { captureAssets } from '@anzai/capture/vite-plugin';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [captureAssets()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'chrome109',
    outDir: 'dist',
    emptyOutDir: true,
    // Nothing inline: the pages are served with a strict content security policy.
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': 'http://localhost:8080', '/.well-known': 'http://localhost:8080' } },
});
