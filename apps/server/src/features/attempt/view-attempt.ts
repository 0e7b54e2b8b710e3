import { captureLimits, type Attempt } from '@anzai/contract';
import type { z } from 'zod';
import type { Context } from '../../platform/deps.ts';
import { listFrames } from './frame-store.ts';
import type { AttemptRow } from './store.ts';

/** What the client may know of an attempt. Scores, signals and alarms are not among it. */
export async function viewAttempt(context: Context, row: AttemptRow): Promise<z.input<typeof Attempt>> {
  const frames = await listFrames(context.db, row.id);
  return {
    id: row.id,
    purpose: row.purpose,
    state: row.state,
    challenge: row.challenge,
    expiresAt: row.expiresAt,
    framesReceived: frames.map((frame) => frame.frameIndex),
    bytesReceived: frames.reduce((sum, frame) => sum + frame.sizeBytes, 0),
    limits: captureLimits,
    outcome: row.outcome,
  };
}
