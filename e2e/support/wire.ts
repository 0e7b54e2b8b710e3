import { account, createClient, staff, type CallInput, type Client, type Endpoint } from '@anzai/contract';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { TOTP } from 'otpauth';
import type { z } from 'zod';
import { staffAccounts } from '../../apps/server/src/demo/staff-accounts.ts';
import { readCode } from './person-phone.ts';

type Answer<E extends Endpoint> = E extends { response: infer R } ? (R extends z.ZodType ? z.output<R> : never) : never;

/** A program that speaks to the server as a browser does: the same calls, cookies kept, no page. */
export type Wire = {
  readonly client: Client;
  readonly url: string;
  /** The same session at another server. */
  moveTo(url: string): Wire;
  /** For a browser that goes on where this program is signed in. */
  listCookies(): { readonly name: string; readonly value: string; readonly url: string }[];
  /** The same cookies, for what is not JSON. */
  readonly fetch: typeof fetch;
  /** The answer, or an error that names the refusal. */
  call<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<Answer<E>>;
};

export function openWire(url: string, cookies: Map<string, string> = new Map()): Wire {
  const send: typeof fetch = async (address, init) => {
    const headers = new Headers(init?.headers);
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await fetch(address, { ...init, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      cookies.set(name, value);
    }
    return answer;
  };
  const client = createClient({ baseUrl: url, newKey: () => randomUUID(), fetch: send });
  return {
    client,
    url,
    moveTo(otherUrl) {
      const other = openWire(otherUrl, cookies);
      other.client.setCsrfToken(client.rawHeaders()['x-csrf-token'] ?? '');
      return other;
    },
    fetch: send,
    listCookies: () => [...cookies].map(([name, value]) => ({ name, value, url })),
    async call(endpoint, input) {
      const answer = await client.call(endpoint, input);
      if (answer.ok) return answer.value as never;
      throw new Error(`${endpoint.id}: ${'problem' in answer ? JSON.stringify(answer.problem) : 'not reached'}`);
    },
  };
}

export type StaffAccount = (typeof staffAccounts)[number];

export function getStaffAccount(login: string): StaffAccount {
  const found = staffAccounts.find((each) => each.login === login);
  if (found === undefined) throw new Error(`no demonstration account ${login}`);
  return found;
}

const stepMs = 30_000;

/** The authenticator's figures work once; whoever signs in again waits for the next ones, as a person would. */
export async function signInStaffByWire(url: string, login: string): Promise<Wire> {
  const { password, totpSecret } = getStaffAccount(login);
  const wire = openWire(url);
  wire.client.setCsrfToken((await wire.call(staff.getStaffSession, {})).csrfToken);
  wire.client.setCsrfToken((await wire.call(staff.staffSignIn, { body: { login, password } })).csrfToken);
  const show = async () =>
    wire.client.call(staff.showSecondFactor, { body: { code: new TOTP({ secret: totpSecret }).generate() } });
  let shown = await show();
  if (!shown.ok && 'problem' in shown && shown.problem.code === 'staff.second_factor_wrong') {
    await sleep(stepMs - (Date.now() % stepMs) + 500);
    shown = await show();
  }
  if (!shown.ok) throw new Error(`${login} could not sign in: ${JSON.stringify(shown)}`);
  wire.client.setCsrfToken(shown.value.csrfToken);
  return wire;
}

/** Signed in by telephone and code. */
export async function signInPersonByWire(url: string, phone: string): Promise<Wire> {
  const wire = openWire(url);
  wire.client.setCsrfToken((await wire.call(account.getSession, {})).csrfToken);
  await wire.call(account.requestCode, { body: { phone, locale: 'zh-CN' } });
  const code = await readCode(url, phone.slice(-4));
  const session = await wire.call(account.signIn, { body: { phone, code, deviceId: randomUUID() } });
  wire.client.setCsrfToken(session.csrfToken);
  return wire;
}
