import type { AddressInfo } from 'node:net';
import { buildApp, builtFolders, type App } from './app.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { openDeps, type OpenDeps } from './deps.ts';
import { ensureDemonstration } from './demo/index.ts';
import { EnvelopeError } from './platform/crypto/envelope.ts';
import { FolderLockedError } from './platform/db/folder-lock.ts';
import { openEngine } from './platform/engine/open-engine.ts';
import { listLanAddresses, listUrls } from './platform/server/addresses.ts';
import { renderWelcome } from './platform/server/render-welcome.ts';
import { ensureTlsFiles } from './platform/server/tls-files.ts';

/** Work in flight may take this long after a stop was asked for; jobs left over are taken by another server. */
const stopTimeoutMs = 25_000;

type Running = { readonly app: App; readonly open: OpenDeps };

async function start(config: Config): Promise<Running> {
  const open = await openDeps(config, () => openEngine(config));
  try {
    return await serve(config, open);
  } catch (fault) {
    await open.close();
    throw fault;
  }
}

async function serve(config: Config, open: OpenDeps): Promise<Running> {
  const demonstration = config.production ? null : await ensureDemonstration(open.deps);
  const tls = config.https ? await ensureTlsFiles(config.dataDir, ['127.0.0.1', ...listLanAddresses()]) : undefined;
  const app = await buildApp(open.deps, open.kicks, { folders: builtFolders, ...(tls === undefined ? {} : { tls }) });
  await app.http.listen({ host: config.host, port: config.port });
  await app.start();
  const { port } = app.http.server.address() as AddressInfo;
  process.stdout.write(`${await welcome({ config, open, port, demonstration })}\n`);
  return { app, open };
}

type Listening = {
  readonly config: Config;
  readonly open: OpenDeps;
  readonly port: number;
  readonly demonstration: Awaited<ReturnType<typeof ensureDemonstration>>;
};

async function welcome({ config, open, port, demonstration }: Listening): Promise<string> {
  const { info } = open.deps.engine;
  return renderWelcome({
    urls: config.publicUrl === null ? listUrls({ https: config.https, port, host: config.host }) : [config.publicUrl],
    https: config.https || (config.publicUrl?.startsWith('https:') ?? false),
    packTitle: info.packTitle,
    packWarning: info.warning,
    accounts: demonstration?.accounts ?? null,
    showsOutbox: !config.production && config.sms.kind === 'embedded',
  });
}

/** Ends in order: no new requests, those in flight answered, jobs done, engine and database closed. */
function stopOnSignal({ app, open }: Running): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    const late = setTimeout(() => process.exit(1), stopTimeoutMs);
    await app.stop();
    await open.close();
    clearTimeout(late);
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
}

/** What an operator can put right is told in a sentence; anything else is a fault with its stack. */
function tellFault(fault: unknown): void {
  const known = fault instanceof ConfigError || fault instanceof FolderLockedError || fault instanceof EnvelopeError;
  const busy = fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE';
  if (busy) process.stderr.write('Another program uses this port. Set PORT to a free one.\n');
  else if (known) process.stderr.write(`${fault.message}\n`);
  else process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
  process.exitCode = 1;
}

try {
  stopOnSignal(await start(readConfig(process.env, process.argv.slice(2))));
} catch (fault) {
  tellFault(fault);
  process.exit();
}
