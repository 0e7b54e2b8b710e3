import { randomInt } from 'node:crypto';
import type { Refusal, StartAttempt } from '@anzai/contract';
import { addMs, ok, refuse, type Policy, type Result } from '@anzai/domain';
import { chooseChallenge } from '@anzai/face';
import type { z } from 'zod';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Tx } from '../../../platform/deps.ts';
import { findAttemptRow, findOpenAttempt, insertAttempt, markEnded, type AttemptRow } from '../store.ts';

export type BeginAttempt = {
  readonly personId: string;
  readonly purpose: AttemptRow['purpose'];
  readonly acting: AttemptRow['acting'];
  readonly accountId: string | null;
  readonly staffId: string | null;
  readonly outletId: string | null;
  readonly helperName: string | null;
  readonly consentId: string;
  readonly sightingId: string | null;
  readonly referenceEnrolmentId: string | null;
  readonly policy: Policy;
  readonly start: z.output<typeof StartAttempt>;
};

type Beginner = Pick<BeginAttempt, 'personId' | 'purpose' | 'accountId' | 'staffId'> & { readonly id: string };

/** The attempt that this very client began before; one of anybody else under the same id does not exist for them. */
export async function findOwnAttempt(
  tx: Tx,
  wanted: Beginner,
): Promise<Result<AttemptRow | undefined, Refusal<'request.not_found'>>> {
  const row = await findAttemptRow(tx.db, wanted.id);
  if (row === undefined) return ok(undefined);
  const isOwn =
    row.personId === wanted.personId &&
    row.purpose === wanted.purpose &&
    row.accountId === wanted.accountId &&
    row.staffId === wanted.staffId;
  return isOwn ? ok(row) : refuse({ code: 'request.not_found' });
}

/** One open attempt per person: whoever begins anew, on another device or at a counter, leaves the one before. */
async function leaveOpenAttempt(tx: Tx, personId: string): Promise<void> {
  const open = await findOpenAttempt(tx.db, personId);
  if (open === undefined) return;
  await markEnded(tx.db, { id: open.id, state: 'abandoned', endedAt: tx.clock.now() });
  recordAudit(tx, {
    actor: { kind: 'system', id: null },
    action: 'attempt.abandoned',
    subject: { kind: 'attempt', id: open.id },
    facts: { personId, because: 'another-began' },
  });
}

/** Draws the challenge and opens the attempt. The caller holds the person's lock and has checked who may. */
export async function beginAttempt(tx: Tx, command: BeginAttempt): Promise<AttemptRow> {
  await leaveOpenAttempt(tx, command.personId);
  const { start, policy, ...rest } = command;
  const challenge = chooseChallenge({ random: (below) => randomInt(below), mode: start.mode });
  const now = tx.clock.now();
  const row = {
    ...rest,
    id: start.id,
    mode: start.mode,
    challenge: structuredClone(challenge) as AttemptRow['challenge'],
    nonce: challenge.nonce,
    deviceId: start.device.deviceId,
    state: 'open' as const,
    frameCount: null,
    startedOn: tx.clock.today(),
    startedAt: now,
    expiresAt: addMs(now, policy.face.attemptMinutes * 60_000),
    submittedAt: null,
    endedAt: null,
    counts: null,
    decision: null,
    alarm: null,
    liveness: null,
    match: null,
  };
  const place = { table: 'attempt', row: start.id, field: 'device' };
  await insertAttempt(tx.db, { ...row, deviceSealed: tx.vault.sealText(place, JSON.stringify(start.device)) });
  const actor = command.staffId === null ? 'account' : 'staff';
  recordAudit(tx, {
    actor: { kind: actor, id: command.staffId ?? command.accountId },
    action: 'attempt.started',
    subject: { kind: 'attempt', id: start.id },
    facts: { personId: command.personId, purpose: command.purpose, acting: command.acting, mode: start.mode },
  });
  return { ...row, signals: null, outcome: null };
}
