import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installOnDebian } from './debian.mjs';

function findBinaries() {
  const debian = '/usr/lib/postgresql';
  if (existsSync(debian)) {
    const versions = readdirSync(debian)
      .filter((name) => Number(name) >= 15)
      .sort((a, b) => Number(b) - Number(a));
    const found = versions
      .map((version) => join(debian, version, 'bin'))
      .find((folder) => existsSync(join(folder, 'initdb')));
    if (found !== undefined) return found;
  }
  const onPath = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  return onPath.status === 0 && existsSync(join(onPath.stdout.trim(), 'initdb')) ? onPath.stdout.trim() : null;
}

/** PostgreSQL refuses to run as root; there it runs as the account that its package made. */
function runAsServer(command, args) {
  if (process.getuid?.() !== 0) return spawnSync(command, args, { encoding: 'utf8' });
  return spawnSync('setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', command, ...args], {
    encoding: 'utf8',
    cwd: tmpdir(),
  });
}

function freePort() {
  const script =
    'const s=require("node:net").createServer();s.listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})';
  return Number(spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stdout.trim());
}

/** A throw-away PostgreSQL 15 or newer: the address given, or a cluster of our own in a temporary folder. */
export function startPostgres() {
  const given = process.env.ANZAI_TEST_DATABASE_URL;
  if (given !== undefined) return { url: given, why: '', stop: () => {} };
  const binaries = findBinaries() ?? (installOnDebian(['postgresql']) ? findBinaries() : null);
  if (binaries === null)
    return { url: null, why: 'no PostgreSQL 15 or newer here (set ANZAI_TEST_DATABASE_URL)', stop: () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'anzai-postgres-'));
  if (process.getuid?.() === 0) spawnSync('chown', ['postgres:postgres', folder]);
  const data = join(folder, 'data');
  const made = runAsServer(join(binaries, 'initdb'), [
    '-D',
    data,
    '-U',
    'anzai',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ]);
  const port = freePort();
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off -c max_connections=200`;
  const started =
    made.status === 0
      ? runAsServer(join(binaries, 'pg_ctl'), ['-D', data, '-o', options, '-l', join(folder, 'log'), '-w', 'start'])
      : made;
  if (started.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    return { url: null, why: `it did not start: ${String(started.stderr).trim().split('\n').at(-1)}`, stop: () => {} };
  }
  const stop = () => {
    runAsServer(join(binaries, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop']);
    rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', stop);
  return { url: `postgres://anzai@127.0.0.1:${port}/postgres`, why: '', stop };
}
