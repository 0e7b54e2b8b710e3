import { account } from '@anzai/contract';
import type { CallResult, Endpoint } from '@anzai/contract';
import { callApi } from '../../state/api.ts';
import { getDeviceId } from '@anzai/capture';

type Failed = Extract<CallResult<Endpoint>, { ok: false }>;
type Answer<Value> = { readonly ok: true; readonly value: Value } | Failed;

/** The person closed the device's own question, or the device could not answer it. */
const declined: Failed = {
  ok: false,
  problem: {
    type: '/problems/account.passkey_failed',
    title: 'Passkey not used',
    status: 422,
    code: 'account.passkey_failed',
    facts: {},
    invalidParams: [],
    requestId: '',
  },
};

export async function canUsePasskey(): Promise<boolean> {
  const credential: typeof PublicKeyCredential | undefined = globalThis.PublicKeyCredential;
  if (credential === undefined) return false;
  try {
    return await credential.isUserVerifyingPlatformAuthenticatorAvailable();
  } catch {
    return false;
  }
}

export async function signInWithPasskey(): Promise<Answer<account.Session>> {
  const begun = await callApi(account.beginPasskeySignIn, {});
  if (!begun.ok) return begun;
  const { startAuthentication } = await import('@simplewebauthn/browser');
  try {
    const optionsJSON = begun.value.options as unknown as Parameters<typeof startAuthentication>[0]['optionsJSON'];
    const response = { ...(await startAuthentication({ optionsJSON })) } as unknown as Record<string, unknown>;
    const body = { ticket: begun.value.ticket, deviceId: getDeviceId(), response };
    return await callApi(account.finishPasskeySignIn, { body });
  } catch {
    return declined;
  }
}

export async function makePasskey(): Promise<Answer<{ readonly ok: true }>> {
  const begun = await callApi(account.beginPasskey, {});
  if (!begun.ok) return begun;
  const { startRegistration } = await import('@simplewebauthn/browser');
  try {
    const optionsJSON = begun.value as unknown as Parameters<typeof startRegistration>[0]['optionsJSON'];
    const body = { ...(await startRegistration({ optionsJSON })) } as unknown as Record<string, unknown>;
    return await callApi(account.finishPasskey, { body });
  } catch {
    return declined;
  }
}
