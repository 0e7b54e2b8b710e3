import type { Attempt } from '@anzai/contract';
import type { StoredCapture } from './capture-store.ts';

/** What is to be handed in of an attempt; null when it was broken off and nothing can come of it. */
export function findHandIn(kept: StoredCapture, attempt: Attempt | null): StoredCapture['finished'] {
  if (attempt === null) return null;
  if (attempt.outcome === null && attempt.state !== 'submitted') return attempt.state === 'open' ? kept.finished : null;
  // Handed in, perhaps by a page that was closed before it wrote that down.
  const frameCount = Math.max(1, attempt.framesReceived.length);
  return kept.finished ?? { nonce: attempt.challenge.nonce, frameCount };
}
