import { ConfigError, readConfig } from '../src/config.ts';
import { openDeps, type Deps } from '../src/deps.ts';
import { EnvelopeError } from '../src/platform/crypto/envelope.ts';
import { FolderLockedError } from '../src/platform/db/folder-lock.ts';
import { closedEngine } from '../src/platform/engine/closed-engine.ts';

/** Runs one command of the operator on the configured database; the process's exit code is 0 when `work` answers true. */
export async function runAsOperator(work: (deps: Deps, args: readonly string[]) => Promise<boolean>): Promise<void> {
  const args = process.argv.slice(2);
  try {
    const open = await openDeps(readConfig(process.env, args), async () => closedEngine);
    try {
      process.exitCode = (await work(open.deps, args)) ? 0 : 1;
    } finally {
      await open.close();
    }
  } catch (fault) {
    const known = fault instanceof ConfigError || fault instanceof FolderLockedError || fault instanceof EnvelopeError;
    console.error(known ? fault.message : fault);
    process.exitCode = 2;
  }
}
