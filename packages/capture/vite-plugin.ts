import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** What the guide needs beside its code, by its name in `GuideAssets`: read from the packages at build time. */
const sources = {
  modelJson: { specifier: '@vladmandic/human', file: 'models/blazeface.json', type: 'application/json' },
  modelWeights: { specifier: '@vladmandic/human', file: 'models/blazeface.bin', type: 'application/octet-stream' },
  wasm: {
    specifier: '@tensorflow/tfjs-backend-wasm',
    file: 'dist/tfjs-backend-wasm.wasm',
    type: 'application/wasm',
  },
  wasmSimd: {
    specifier: '@tensorflow/tfjs-backend-wasm',
    file: 'dist/tfjs-backend-wasm-simd.wasm',
    type: 'application/wasm',
  },
} as const;

type Asset = { readonly fileName: string; readonly bytes: Uint8Array; readonly type: string };
type AssetName = keyof typeof sources;

/**
 * Carries the guide's model and WebAssembly into the build, under names that change with their content, and tells the
 * code where they are. In development they are served from memory.
 */
export function captureAssets(): Plugin {
  const assets = readAssets();
  return {
    name: 'anzai-capture-assets',
    config(config) {
      const base = config.base ?? '/';
      const urls = Object.fromEntries(Object.entries(assets).map(([name, { fileName }]) => [name, base + fileName]));
      return { define: { __ANZAI_GUIDE_ASSETS__: JSON.stringify(urls) } };
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const found = Object.values(assets).find(
          ({ fileName }) => request.url?.split('?')[0]?.endsWith(fileName) === true,
        );
        if (found === undefined) {
          next();
          return;
        }
        response.setHeader('content-type', found.type);
        response.end(found.bytes);
      });
    },
    generateBundle() {
      for (const { fileName, bytes } of Object.values(assets))
        this.emitFile({ type: 'asset', fileName, source: bytes });
    },
  };
}

function readAssets(): Record<AssetName, Asset> {
  const names = Object.keys(sources) as AssetName[];
  return Object.fromEntries(names.map((name) => [name, readAsset(name)])) as Record<AssetName, Asset>;
}

function readAsset(name: AssetName): Asset {
  const { specifier, file, type } = sources[name];
  const bytes = readFileSync(findFile(specifier, file));
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const [stem = name, extension = 'bin'] = (file.split('/').at(-1) ?? name).split('.');
  return { fileName: `assets/${stem}-${hash}.${extension}`, bytes, type };
}

/** By folder, since the packages' own lists of exports leave these files out. */
function findFile(specifier: string, file: string): URL {
  const folders = ['./node_modules/', '../../node_modules/'].map((folder) => new URL(folder, import.meta.url));
  for (const folder of folders) {
    const candidate = new URL(`${specifier}/${file}`, folder);
    try {
      readFileSync(candidate);
      return candidate;
    } catch {
      // Installed in the other place.
    }
  }
  throw new Error(`captureAssets: ${specifier}/${file} is not installed`);
}
