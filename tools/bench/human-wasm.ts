import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { decodeImage } from '@anzai/face';

// @vladmandic/human as a measure of comparison. Its package does not let its WASM build be imported by name, and its models
// load over HTTP only: hence the path, and a server on the loopback.

const require = createRequire(import.meta.url);
const humanFolder = findFolder('@vladmandic/human');
const wasmFolder = join(findFolder('@tensorflow/tfjs-backend-wasm'), 'dist', '/');

/** The part of human's interface that is used here. */
type Human = {
  load(): Promise<void>;
  detect(tensor: Tensor): Promise<{ readonly face: readonly unknown[]; readonly error: string | null }>;
  readonly tf: { tensor4d(data: Float32Array, shape: readonly number[]): Tensor; getBackend(): string };
};
type Tensor = { dispose(): void };

export type HumanBench = {
  /** Decodes a frame, runs every face module on it, and says how many faces there were. */
  look(image: Uint8Array): Promise<number>;
  close(): Promise<void>;
};

export async function openHuman(): Promise<HumanBench> {
  const server = await serveModels();
  const { port } = server.address() as AddressInfo;
  const { Human: HumanClass } = require(join(humanFolder, 'dist/human.node-wasm.js')) as {
    Human: new (config: object) => Human;
  };
  const human = new HumanClass(toConfig(`http://127.0.0.1:${port}/`));
  await human.load();
  if (human.tf.getBackend() !== 'wasm') throw new Error('human does not run on WASM');
  return {
    look: async (image) => look(human, image),
    close: async () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function toConfig(modelBasePath: string): object {
  const off = { enabled: false };
  return {
    backend: 'wasm',
    wasmPath: wasmFolder,
    modelBasePath,
    debug: false,
    // Every module on every frame: nothing skipped or remembered.
    cacheSensitivity: 0,
    skipAllowed: false,
    filter: off,
    gesture: off,
    body: off,
    hand: off,
    object: off,
    segmentation: off,
    face: {
      enabled: true,
      detector: { rotation: true, maxDetected: 1 },
      mesh: { enabled: true },
      iris: off,
      emotion: off,
      description: { enabled: true },
      antispoof: { enabled: true },
      liveness: { enabled: true },
    },
  };
}

async function look(human: Human, image: Uint8Array): Promise<number> {
  const decoded = await decodeImage(image);
  if (decoded.outcome === 'error') throw new Error(decoded.detail);
  const { width, height, data } = decoded.image;
  const tensor = human.tf.tensor4d(new Float32Array(data), [1, height, width, 3]);
  const { face, error } = await human.detect(tensor);
  tensor.dispose();
  if (error !== null) throw new Error(error);
  return face.length;
}

async function serveModels(): Promise<Server> {
  const server = createServer((request, response) => {
    readFile(join(humanFolder, 'models', basename(request.url ?? ''))).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function findFolder(packageName: string): string {
  const paths = require.resolve.paths(packageName) ?? [];
  for (const path of paths) {
    try {
      return dirname(require.resolve(join(path, packageName, 'package.json')));
    } catch {
      // Not installed here; the next folder upwards may have it.
    }
  }
  throw new Error(`${packageName} is not installed`);
}
