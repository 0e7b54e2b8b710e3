import { open, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { findFileSha256, isNotFound } from './hash-file.ts';
import { PackError } from './pack-error.ts';

const TRIES_MAX = 4;
const STALL_TIMEOUT_MS = 30_000;
const FILE_BYTES_MAX = 500 * 1024 * 1024;

export type FetchFileInput = {
  /** `http:` or `https:`. */
  readonly url: string;
  /** Where the file goes once it is whole and verified; `<to>.part` until then. */
  readonly to: string;
  readonly sha256: string;
};

/**
 * Fetches a file, going on where an earlier try was cut off, in this run or before it. Only a file with the expected
 * hash comes to stand at `to`. Throws `PackError` with what to do.
 */
export async function fetchFile(input: FetchFileInput): Promise<void> {
  const part = `${input.to}.part`;
  for (let tries = 1; ; tries += 1) {
    try {
      await fetchRest(input.url, part);
      break;
    } catch (error) {
      if (error instanceof PackError) throw error;
      if (tries === TRIES_MAX) throw toFetchError(input.url, describeFault(error), error);
    }
  }
  await placeVerified({ part, to: input.to, sha256: input.sha256, source: input.url });
}

/** Moves a finished part file to its place if it has the expected hash, and removes it if not. */
export async function placeVerified(input: {
  readonly part: string;
  readonly to: string;
  readonly sha256: string;
  readonly source: string;
}): Promise<void> {
  const sha256 = await findFileSha256(input.part);
  if (sha256 === input.sha256) {
    await rename(input.part, input.to);
    return;
  }
  await rm(input.part, { force: true });
  const message =
    `${input.source} gave SHA-256 ${sha256}, expected ${input.sha256}. Nothing was installed. ` +
    'Try again; if it stays so, something on the way changes the file: take it from elsewhere with --from.';
  throw new PackError('pack.download_damaged', { path: input.source, message });
}

async function fetchRest(url: string, part: string): Promise<void> {
  const offset = await findSize(part);
  const abort = new AbortController();
  const stall = setTimeout(() => abort.abort(new Error('nothing came for 30 seconds')), STALL_TIMEOUT_MS);
  try {
    const headers = offset > 0 ? { range: `bytes=${offset}-` } : {};
    const response = await fetch(url, { headers, signal: abort.signal });
    const start = decideStart(response, { url, offset });
    if (start === 'whole') return;
    const file = await open(part, start === 0 ? 'w' : 'a');
    try {
      for await (const chunk of response.body ?? []) {
        stall.refresh();
        await append(file, { chunk, url });
      }
      await file.sync();
    } finally {
      await file.close();
    }
  } finally {
    clearTimeout(stall);
  }
}

/** From which byte the answer's body goes on; `whole` when the part file already holds everything. */
function decideStart(response: Response, asked: { readonly url: string; readonly offset: number }): number | 'whole' {
  if (response.status === 206) {
    const start = Number(/^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1]);
    if (start !== asked.offset) throw new Error(`asked to go on at byte ${asked.offset}, was answered from ${start}`);
    return start;
  }
  if (response.status === 416 && asked.offset > 0) return 'whole';
  if (response.status === 200) return 0;
  if (response.status >= 500) throw new Error(`the server answered ${response.status}`);
  throw toFetchError(asked.url, `the server answered ${response.status}`);
}

async function append(file: FileHandle, piece: { readonly chunk: Uint8Array; readonly url: string }): Promise<void> {
  await file.write(piece.chunk);
  const { size } = await file.stat();
  if (size > FILE_BYTES_MAX) throw toFetchError(piece.url, `more than ${FILE_BYTES_MAX} bytes came`);
}

async function findSize(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isNotFound(error)) return 0;
    throw error;
  }
}

function toFetchError(url: string, why: string, cause?: unknown): PackError {
  const message =
    `${url} could not be fetched: ${why}. What came so far is kept; run the same command again to go on. ` +
    'Behind a proxy set HTTPS_PROXY and NODE_USE_ENV_PROXY=1. ' +
    'Without internet, copy the files into a folder and use --from <folder>.';
  return new PackError('pack.download_failed', { path: url, message, cause });
}

/** Node's fetch hides the network fault in the cause. */
function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
