import { createHash } from 'node:crypto';
import { captureLimits, type Refusal } from '@anzai/contract';
import { ok, refuse, type Result } from '@anzai/domain';
import { transaction } from '../../../platform/db/transaction.ts';
import type { Context, Tx } from '../../../platform/deps.ts';
import { insertFrame, listFrames } from '../frame-store.ts';
import { findJpegFault } from '../jpeg-header.ts';
import { lockAttemptRow, markEnded, type AttemptRow } from '../store.ts';

export type PutFrame = {
  readonly attemptId: string;
  readonly index: number;
  readonly picture: Uint8Array;
  readonly capturedAtMs: number;
  readonly promptIndex: number;
  readonly colourIndex: number | null;
  /** What the client computed, lower-case hex: a picture damaged on its way is asked for again. */
  readonly sha256: string;
};

type Refused = Refusal<
  | 'request.not_found'
  | 'request.invalid'
  | 'attempt.closed'
  | 'attempt.expired'
  | 'attempt.frame_limit'
  | 'attempt.bytes_limit'
  | 'attempt.frame_differs'
  | 'picture.unreadable'
  | 'picture.type_unknown'
  | 'picture.too_large'
>;

function checkPicture(command: PutFrame): Refused | undefined {
  if (command.index >= captureLimits.framesMax) return { code: 'attempt.frame_limit' };
  if (command.picture.length > captureLimits.frameBytesMax) return { code: 'picture.too_large' };
  const fault = findJpegFault(command.picture);
  if (fault !== undefined) return { code: fault };
  const isWhole = createHash('sha256').update(command.picture).digest('hex') === command.sha256;
  return isWhole ? undefined : { code: 'picture.unreadable' };
}

function isAsked(row: AttemptRow, command: PutFrame): boolean {
  const prompt = row.challenge.prompts[command.promptIndex];
  if (prompt === undefined) return false;
  return command.colourIndex === null || command.colourIndex < (prompt.colours?.length ?? 0);
}

/** The attempt if frames may still come; one whose time is over is closed at this opportunity. */
async function lockOpenAttempt(tx: Tx, attemptId: string): Promise<Result<AttemptRow, Refused>> {
  const row = await lockAttemptRow(tx.db, attemptId);
  if (row === undefined) return refuse({ code: 'request.not_found' });
  if (row.state === 'expired') return refuse({ code: 'attempt.expired' });
  if (row.state !== 'open') return refuse({ code: 'attempt.closed' });
  if (row.expiresAt < tx.clock.now()) {
    await markEnded(tx.db, { id: row.id, state: 'expired', endedAt: tx.clock.now() });
    return refuse({ code: 'attempt.expired' });
  }
  return ok(row);
}

/** Keeps one frame, sealed. The same frame again is fine; another one in its place is not. */
export async function putFrame(
  context: Context,
  command: PutFrame,
): Promise<Result<{ framesReceived: number[] }, Refused>> {
  const fault = checkPicture(command);
  if (fault !== undefined) return refuse(fault);
  const { attemptId, index, picture } = command;
  const contentHash = context.vault.lookupHash('frame', picture);
  const place = { table: 'attempt_frame', row: `${attemptId}/${index}`, field: 'picture' };
  const pictureSealed = context.vault.seal(place, picture);
  return transaction(context, async (tx) => {
    const attempt = await lockOpenAttempt(tx, attemptId);
    if (!attempt.ok) return attempt;
    if (!isAsked(attempt.value, command)) return refuse({ code: 'request.invalid' });
    const frames = await listFrames(tx.db, attemptId);
    const present = frames.find((frame) => frame.frameIndex === index);
    const framesReceived = frames.map((frame) => frame.frameIndex);
    if (present !== undefined) {
      const isSame = Buffer.compare(present.contentHash, contentHash) === 0;
      return isSame ? ok({ framesReceived }) : refuse({ code: 'attempt.frame_differs' });
    }
    const sizeBytes = picture.length;
    const sum = frames.reduce((total, frame) => total + frame.sizeBytes, sizeBytes);
    if (sum > captureLimits.bytesMax) {
      return refuse({ code: 'attempt.bytes_limit', facts: { bytesMax: captureLimits.bytesMax } });
    }
    const { capturedAtMs, promptIndex, colourIndex } = command;
    const facts = { attemptId, frameIndex: index, capturedAtMs, promptIndex, colourIndex, sizeBytes, contentHash };
    await insertFrame(tx.db, { ...facts, pictureSealed, receivedAt: tx.clock.now() });
    return ok({ framesReceived: [...framesReceived, index].toSorted((a, b) => a - b) });
  });
}
