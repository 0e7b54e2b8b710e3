// Plain JavaScript, because this runs before anything is installed, on whatever Node (18 or newer) the machine carries.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const binaries = join(root, 'node_modules', '.bin');
const isWindows = process.platform === 'win32';

/** The environment in which the pinned Node and the installed tools come first on the path. */
export function toolEnvironment(extra = {}) {
  const separator = isWindows ? ';' : ':';
  return {
    ...process.env,
    ONNXRUNTIME_NODE_INSTALL: 'skip',
    PATH: `${binaries}${separator}${process.env.PATH ?? ''}`,
    ...extra,
  };
}

function hashOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** Runs `npm ci` when the lock file is not the one that was installed last. */
export function ensureInstalled() {
  const stamp = join(root, 'node_modules', '.anzai-installed');
  const wanted = hashOf(join(root, 'package-lock.json'));
  if (
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === wanted &&
    existsSync(join(binaries, isWindows ? 'node.exe' : 'node'))
  )
    return;
  console.log('Installing what Anzai needs (once; about a minute)…');
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    env: toolEnvironment(),
    shell: isWindows,
  });
  if (done.status !== 0) {
    console.error('npm ci did not succeed. Check the connection to your npm registry, then run the command again.');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

const sourceEndings = /\.(ts|tsx|css|html|svg|png|json|webmanifest)$/;

function newestMs(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) newest = Math.max(newest, newestMs(path));
    else if (sourceEndings.test(entry.name)) newest = Math.max(newest, statSync(path).mtimeMs);
  }
  return newest;
}

/** Builds the two web applications when their sources are newer than what was built. */
export function ensureBuilt() {
  const shared = [
    'packages/capture',
    'packages/certificate',
    'packages/contract',
    'packages/domain',
    'packages/i18n',
    'packages/ui',
  ];
  const sharedMs = Math.max(
    ...shared.map((folder) => newestMs(join(root, folder))),
    statSync(join(root, 'package-lock.json')).mtimeMs,
  );
  for (const app of ['web', 'console']) {
    const folder = join(root, 'apps', app);
    const stamp = join(folder, 'dist', '.built');
    if (existsSync(stamp) && statSync(stamp).mtimeMs > Math.max(sharedMs, newestMs(folder))) continue;
    console.log(`Building the ${app === 'web' ? "person's application" : 'console'}…`);
    runOrExit('vite', ['build', '--logLevel', 'warn'], { cwd: folder });
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, new Date().toISOString());
  }
}

/** Runs a tool from node_modules and gives its exit status. */
export function runTool(command, args, options = {}) {
  const done = spawnSync(command, args, {
    cwd: options.cwd ?? root,
    stdio: 'inherit',
    env: toolEnvironment(options.env),
    shell: isWindows,
  });
  return done.status ?? 1;
}

export function runOrExit(command, args, options = {}) {
  const status = runTool(command, args, options);
  if (status !== 0) process.exit(status);
}

/** Hands over to a long-running process and passes signals on, so that it can stop gracefully. */
export function handOver(command, args, env = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: toolEnvironment(env), shell: isWindows });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 0)));
}
