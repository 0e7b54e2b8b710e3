import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchFile } from './fetch-file.ts';

// A real server on the loopback gives the file, in whole or in part, well or badly.

const content = Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 251));
const sha256 = createHash('sha256').update(content).digest('hex');

let folder = '';
let server: Server | undefined;
let ranges: (string | undefined)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anzai-fetch-'));
  ranges = [];
});

afterEach(async () => {
  server?.closeAllConnections();
  server?.close();
  await rm(folder, { recursive: true });
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const listening = createServer((request, response) => {
    ranges.push(request.headers.range);
    answer(request, response);
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}/model.onnx`;
}

function answerRange(request: IncomingMessage, response: ServerResponse): void {
  const start = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
  if (start >= content.length) {
    response.writeHead(416).end();
    return;
  }
  const range = `bytes ${start}-${content.length - 1}/${content.length}`;
  response.writeHead(start > 0 ? 206 : 200, { 'content-range': range });
  response.end(content.subarray(start));
}

describe('fetchFile', () => {
  it('puts a whole, verified file in place and leaves nothing else', async () => {
    const url = await serve(answerRange);
    await fetchFile({ url, to: join(folder, 'a'), sha256 });
    expect(await readFile(join(folder, 'a'))).toEqual(content);
    expect(await readdir(folder)).toEqual(['a']);
  });

  it('goes on where an earlier run was cut off', async () => {
    await writeFile(join(folder, 'a.part'), content.subarray(0, 40_000));
    const url = await serve(answerRange);
    await fetchFile({ url, to: join(folder, 'a'), sha256 });
    expect(ranges).toEqual(['bytes=40000-']);
    expect(await readFile(join(folder, 'a'))).toEqual(content);
  });

  it('goes on when the connection breaks on the way', async () => {
    const url = await serve((request, response) => {
      if (ranges.length > 1) return answerRange(request, response);
      response.writeHead(200, { 'content-length': content.length });
      response.write(content.subarray(0, 30_000), () => setImmediate(() => response.destroy()));
    });
    await fetchFile({ url, to: join(folder, 'a'), sha256 });
    expect(ranges).toHaveLength(2);
    expect(await readFile(join(folder, 'a'))).toEqual(content);
  });

  it('begins again with a server that knows no ranges', async () => {
    await writeFile(join(folder, 'a.part'), 'what another server gave');
    const url = await serve((_, response) => response.writeHead(200).end(content));
    await fetchFile({ url, to: join(folder, 'a'), sha256 });
    expect(await readFile(join(folder, 'a'))).toEqual(content);
  });

  it('verifies a part that was already whole', async () => {
    await writeFile(join(folder, 'a.part'), content);
    const url = await serve(answerRange);
    await fetchFile({ url, to: join(folder, 'a'), sha256 });
    expect(await readFile(join(folder, 'a'))).toEqual(content);
  });

  it('refuses other bytes and keeps none of them', async () => {
    const url = await serve((_, response) => response.writeHead(200).end('<html>sign in first</html>'));
    const fetched = fetchFile({ url, to: join(folder, 'a'), sha256 });
    await expect(fetched).rejects.toMatchObject({ code: 'pack.download_damaged' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('says what to do when the address is wrong or nobody answers', async () => {
    const url = await serve((_, response) => response.writeHead(404).end());
    const input = { to: join(folder, 'a'), sha256 };
    await expect(fetchFile({ url, ...input })).rejects.toThrow(/404.*--from/);
    expect(ranges).toHaveLength(1);
    server?.close();
    await expect(fetchFile({ url: 'http://127.0.0.1:9/x', ...input })).rejects.toMatchObject({
      code: 'pack.download_failed',
    });
  });
});
