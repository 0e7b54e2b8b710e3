import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../../platform/deps.ts';
import { findAttemptRow, type AttemptRow } from './store.ts';

const firstPauseMs = 60;
const pauseMaxMs = 400;

/**
 * The attempt once it is decided, or as it is after `waitMs` at the latest. It asks the database, because the deciding
 * server may be another one; the pauses grow, since most decisions come within the first second.
 */
export async function awaitDecision(
  context: Context,
  wanted: { readonly attemptId: string; readonly waitMs: number; readonly signal: AbortSignal },
): Promise<AttemptRow | undefined> {
  let left = wanted.waitMs;
  let pauseMs = firstPauseMs;
  for (;;) {
    const row = await findAttemptRow(context.db, wanted.attemptId);
    if (row === undefined || row.state !== 'submitted' || left <= 0 || wanted.signal.aborted) return row;
    const pause = Math.min(pauseMs, left);
    await sleep(pause, undefined, { signal: wanted.signal }).catch(() => undefined);
    left -= pause;
    pauseMs = Math.min(pauseMaxMs, pauseMs * 1.3);
  }
}
