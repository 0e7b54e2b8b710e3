import type { Refusal } from '@anzai/contract';
import { addMs, ok, refuse, type Result } from '@anzai/domain';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Tx } from '../../../platform/deps.ts';
import type { CookieJar } from '../../../platform/session/cookies.ts';
import { getAgencyRow } from '../../agency/index.ts';
import {
  findRegistrationTicket,
  insertPasskey,
  insertTicket,
  listPasskeys,
  lockPasskey,
  markPasskeyUsed,
  takeTicket,
} from '../passkey-store.ts';
import { findMaskedPhone } from '../phone.ts';
import { openAccountSession } from './sign-in.ts';

const ticketMs = 300_000;
type Failed = Refusal<'account.passkey_failed'>;
type Json = Record<string, unknown>;

/** Passkeys belong to the host name; a port or a path does not matter to them. */
function toRpId(origin: string): string {
  return new URL(origin).hostname;
}

/** Options for making a passkey, on a device whose owner is signed in. */
export async function beginPasskey(
  tx: Tx,
  input: { readonly accountId: string; readonly origin: string },
): Promise<Json> {
  const { accountId, origin } = input;
  const present = await listPasskeys(tx.db, accountId);
  const options = await generateRegistrationOptions({
    rpName: (await getAgencyRow(tx)).name['zh-CN'],
    rpID: toRpId(origin),
    userName: (await findMaskedPhone(tx, accountId)) ?? 'account',
    userID: new TextEncoder().encode(accountId),
    attestationType: 'none',
    excludeCredentials: present.map((passkey) => ({ id: passkey.credentialId })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  const expiresAt = addMs(tx.clock.now(), ticketMs);
  await insertTicket(tx.db, { id: tx.ids.uuid(), accountId, challenge: options.challenge, expiresAt });
  return structuredClone(options) as unknown as Json;
}

export async function finishPasskey(
  tx: Tx,
  input: { readonly accountId: string; readonly origin: string; readonly response: Json },
): Promise<Result<{ ok: true }, Failed>> {
  const { accountId, origin } = input;
  const now = tx.clock.now();
  const ticket = await findRegistrationTicket(tx.db, { accountId, now });
  if (ticket === undefined || (await takeTicket(tx.db, { id: ticket.id, now })) === undefined) {
    return refuse({ code: 'account.passkey_failed' });
  }
  // What a browser sends is checked by the library, which throws on whatever is not as it should be.
  const verified = await verifyRegistrationResponse({
    response: input.response as unknown as RegistrationResponseJSON,
    expectedChallenge: ticket.challenge,
    expectedOrigin: origin,
    expectedRPID: toRpId(origin),
  }).catch(() => undefined);
  if (verified?.verified !== true) return refuse({ code: 'account.passkey_failed' });
  const { credential } = verified.registrationInfo;
  const kept = await insertPasskey(tx.db, {
    id: tx.ids.uuid(),
    accountId,
    credentialId: credential.id,
    publicKey: credential.publicKey,
    counter: BigInt(credential.counter),
    transports: [...(credential.transports ?? [])],
    createdAt: now,
  });
  if (!kept) return refuse({ code: 'account.passkey_failed' });
  const subject = { kind: 'account', id: accountId };
  recordAudit(tx, { actor: { kind: 'account', id: accountId }, action: 'passkey.added', subject });
  return ok({ ok: true as const });
}

/** Options for signing in; they name no account, the device offers its own. */
export async function beginPasskeySignIn(tx: Tx, origin: string): Promise<{ ticket: string; options: Json }> {
  const options = await generateAuthenticationOptions({ rpID: toRpId(origin), userVerification: 'required' });
  const id = tx.ids.uuid();
  const expiresAt = addMs(tx.clock.now(), ticketMs);
  await insertTicket(tx.db, { id, accountId: null, challenge: options.challenge, expiresAt });
  return { ticket: id, options: structuredClone(options) as unknown as Json };
}

export async function finishPasskeySignIn(
  tx: Tx,
  input: {
    readonly ticket: string;
    readonly deviceId: string;
    readonly origin: string;
    readonly response: Json;
    readonly cookies: CookieJar;
  },
): Promise<Result<string, Failed>> {
  const now = tx.clock.now();
  const ticket = await takeTicket(tx.db, { id: input.ticket, now });
  const credentialId = input.response['id'];
  if (ticket === undefined || ticket.accountId !== null || typeof credentialId !== 'string') {
    return refuse({ code: 'account.passkey_failed' });
  }
  const passkey = await lockPasskey(tx.db, credentialId);
  if (passkey === undefined) return refuse({ code: 'account.passkey_failed' });
  const verified = await verifyAuthenticationResponse({
    response: input.response as unknown as AuthenticationResponseJSON,
    expectedChallenge: ticket.challenge,
    expectedOrigin: input.origin,
    expectedRPID: toRpId(input.origin),
    credential: {
      id: passkey.credentialId,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: Number(passkey.counter),
      transports: passkey.transports as AuthenticatorTransport[],
    },
  }).catch(() => undefined);
  if (verified?.verified !== true) return refuse({ code: 'account.passkey_failed' });
  const counter = BigInt(verified.authenticationInfo.newCounter);
  await markPasskeyUsed(tx.db, { id: passkey.id, counter, at: now });
  const { accountId } = passkey;
  await openAccountSession(tx, { accountId, deviceId: input.deviceId, cookies: input.cookies, by: 'passkey' });
  return ok(accountId);
}
