import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { captureAssets } from '@anzai/capture/vite-plugin';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

const root = import.meta.dirname;
/** Fixed addresses that belong to the shell beside what the build names by content. */
const fixedShell = ['/index.html', '/verify.html', '/manifest.webmanifest', '/icons/icon.svg', '/icons/icon-192.png'];

/**
 * Tells the worker which files make up the shell. What is fetched only with the camera open is left out: it is large, and
 * without a network there is nothing to certify with.
 */
function shellList(): Plugin {
  return {
    name: 'anzai-shell-list',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk') throw new Error('the build made no worker');
      const shell = new Set<string>();
      const take = (fileName: string): void => {
        const part = bundle[fileName];
        if (shell.has(`/${fileName}`) || part === undefined) return;
        shell.add(`/${fileName}`);
        if (part.type !== 'chunk') return;
        for (const one of part.imports) take(one);
        for (const one of part.viteMetadata?.importedCss ?? []) take(one);
        for (const one of part.dynamicImports) if (!/(camera-screen|face|tfjs)/.test(one)) take(one);
      };
      for (const part of Object.values(bundle)) {
        if (part.type === 'chunk' && part.isEntry && part.name !== 'sw') take(part.fileName);
      }
      const addresses = [...fixedShell, ...shell];
      const version = createHash('sha256').update(addresses.join('\n')).digest('hex').slice(0, 12);
      worker.code = `const SHELL=${JSON.stringify({ version, addresses })};\n${worker.code}`;
    },
  };
}

const pages = { main: join(root, 'index.html'), verify: join(root, 'verify.html'), sw: join(root, 'src/sw.ts') };
const { verify, ...withoutVerify } = pages;

export default defineConfig({
  root,
  plugins: [captureAssets(), shellList()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: ['chrome87', 'safari14'],
    cssTarget: ['chrome87', 'safari14'],
    outDir: 'dist',
    emptyOutDir: true,
    // Nothing inline: the pages are served with a strict content security policy.
    assetsInlineLimit: 0,
    rollupOptions: {
      input: existsSync(verify) ? pages : withoutVerify,
      output: {
        entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:8080', '/.well-known': 'http://localhost:8080' } },
});
