import type { CapturedFrame } from './captured-frame.ts';

/** An attempt that this browser began and has not seen the end of. */
export type StoredCapture = {
  readonly slot: string;
  readonly attemptId: string;
  readonly beganAtMs: number;
  /** Set once every frame is taken: then nothing but sending is left, and no camera is needed. */
  readonly finished: { readonly nonce: string; readonly frameCount: number } | null;
};

/** Where unsent frames wait. Pictures of a face lie here only until the attempt has ended. */
export type CaptureStore = {
  readonly findCapture: (slot: string) => Promise<StoredCapture | undefined>;
  readonly saveCapture: (capture: StoredCapture) => Promise<void>;
  readonly saveFrame: (attemptId: string, frame: CapturedFrame) => Promise<void>;
  /** Ordered by index. */
  readonly listFrames: (attemptId: string) => Promise<readonly CapturedFrame[]>;
  readonly deleteCapture: (slot: string) => Promise<void>;
  readonly deleteAll: () => Promise<void>;
};

const DATABASE = 'anzai-capture';
/** What was forgotten in a browser is destroyed when the store is next opened. */
const KEEP_MS_MAX = 24 * 3_600_000;

type StoredFrame = CapturedFrame & { readonly attemptId: string };

/** IndexedDB where the browser has it and lets us; otherwise memory, which a reload forgets. */
export async function openCaptureStore(): Promise<CaptureStore> {
  try {
    const store = createDatabaseStore(await openDatabase());
    await deleteForgotten(store);
    return store.store;
  } catch {
    return createMemoryStore();
  }
}

export function createMemoryStore(): CaptureStore {
  const captures = new Map<string, StoredCapture>();
  const frames = new Map<string, Map<number, CapturedFrame>>();
  return {
    findCapture: async (slot) => captures.get(slot),
    saveCapture: async (capture) => void captures.set(capture.slot, capture),
    saveFrame: async (attemptId, frame) => {
      const own = frames.get(attemptId) ?? new Map<number, CapturedFrame>();
      frames.set(attemptId, own.set(frame.index, frame));
    },
    listFrames: async (attemptId) => [...(frames.get(attemptId)?.values() ?? [])].sort((a, b) => a.index - b.index),
    deleteCapture: async (slot) => {
      frames.delete(captures.get(slot)?.attemptId ?? '');
      captures.delete(slot);
    },
    deleteAll: async () => {
      frames.clear();
      captures.clear();
    },
  };
}

/** Whether something begun under this slot waits to be taken up. */
export async function hasUnfinishedCapture(slot: string): Promise<boolean> {
  const store = await openCaptureStore();
  return (await store.findCapture(slot)) !== undefined;
}

/** Destroys what is kept under this slot, pictures first of all; for beginning anew. */
export async function discardCapture(slot: string): Promise<void> {
  await (await openCaptureStore()).deleteCapture(slot);
}

/** Destroys every picture that still waits in this browser; for signing out on a device that others use. */
export async function discardCaptures(): Promise<void> {
  await (await openCaptureStore()).deleteAll();
}

type DatabaseStore = { readonly store: CaptureStore; readonly listCaptures: () => Promise<readonly StoredCapture[]> };

function createDatabaseStore(database: IDBDatabase): DatabaseStore {
  const run = async <T>(
    mode: IDBTransactionMode,
    work: (tx: IDBTransaction) => IDBRequest<T> | undefined,
  ): Promise<T> =>
    new Promise((resolve, reject) => {
      const tx = database.transaction(['captures', 'frames'], mode);
      const request = work(tx);
      tx.addEventListener('complete', () => resolve(request?.result as T));
      tx.addEventListener('abort', () => reject(tx.error ?? new Error('capture store: aborted')));
    });
  const findCapture: CaptureStore['findCapture'] = async (slot) =>
    run<StoredCapture | undefined>('readonly', (tx) => tx.objectStore('captures').get(slot));
  const store: CaptureStore = {
    findCapture,
    saveCapture: async (capture) => {
      await run('readwrite', (tx) => tx.objectStore('captures').put(capture));
    },
    saveFrame: async (attemptId, frame) => {
      const stored: StoredFrame = { ...frame, attemptId };
      await run('readwrite', (tx) => tx.objectStore('frames').put(stored));
    },
    listFrames: async (attemptId) =>
      run<StoredFrame[]>('readonly', (tx) => tx.objectStore('frames').getAll(framesOf(attemptId))),
    deleteCapture: async (slot) => {
      const capture = await findCapture(slot);
      if (capture === undefined) return;
      await run('readwrite', (tx) => {
        tx.objectStore('frames').delete(framesOf(capture.attemptId));
        return tx.objectStore('captures').delete(slot);
      });
    },
    deleteAll: async () => {
      await run('readwrite', (tx) => {
        tx.objectStore('frames').clear();
        return tx.objectStore('captures').clear();
      });
    },
  };
  const listCaptures = async (): Promise<readonly StoredCapture[]> =>
    run<StoredCapture[]>('readonly', (tx) => tx.objectStore('captures').getAll());
  return { store, listCaptures };
}

function framesOf(attemptId: string): IDBKeyRange {
  return IDBKeyRange.bound([attemptId, 0], [attemptId, Number.MAX_SAFE_INTEGER]);
}

async function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore('captures', { keyPath: 'slot' });
      request.result.createObjectStore('frames', { keyPath: ['attemptId', 'index'] });
    });
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('capture store: not opened')));
    request.addEventListener('blocked', () => reject(new Error('capture store: blocked')));
  });
}

async function deleteForgotten({ store, listCaptures }: DatabaseStore): Promise<void> {
  for (const capture of await listCaptures()) {
    if (Date.now() - capture.beganAtMs > KEEP_MS_MAX) await store.deleteCapture(capture.slot);
  }
}
