import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export class FolderLockedError extends Error {
  override readonly name = 'FolderLockedError';
}

export type FolderLock = { release(): void };

function hasCode(fault: unknown, code: string): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === code;
}

/** Whether another process with that id is alive. Our own id in an old file is left from before a restart in a container. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return hasCode(fault, 'EPERM');
  }
}

function readOwner(path: string): number {
  try {
    return Number(readFileSync(path, 'utf8').trim());
  } catch {
    return 0;
  }
}

/** Hard-links a finished file into place: it holds its owner's id from the first moment, or is not there. */
function tryLock(path: string): boolean {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${process.pid}\n`, { flag: 'wx' });
  try {
    linkSync(draft, path);
    return true;
  } catch (fault) {
    if (hasCode(fault, 'EEXIST')) return false;
    throw fault;
  } finally {
    rmSync(draft);
  }
}

/** Moves a dead server's file away; of several who try, one succeeds. */
function removeStale(path: string): void {
  const aside = `${path}.stale-${randomBytes(6).toString('hex')}`;
  try {
    renameSync(path, aside);
    rmSync(aside);
  } catch (fault) {
    if (!hasCode(fault, 'ENOENT')) throw fault;
  }
}

/** The embedded database allows one process: takes its folder, or throws naming the process that has it. */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'server.lock');
  if (!tryLock(path)) {
    const owner = readOwner(path);
    if (isAlive(owner)) {
      throw new FolderLockedError(
        `Another server (process ${owner}) is using ${folder}. Stop it first, set ANZAI_DATA to another folder, ` +
          'or set DATABASE_URL to share one PostgreSQL between servers.',
      );
    }
    removeStale(path);
    if (!tryLock(path)) throw new FolderLockedError(`Another server is just starting with ${folder}.`);
  }
  return {
    release() {
      if (readOwner(path) === process.pid) rmSync(path, { force: true });
    },
  };
}
