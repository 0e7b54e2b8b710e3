/**
 * Accounts of people and their helpers: telephone and code, passkeys, the real-name check.
 * Called over the wire only. State: account, account_code, passkey, passkey_ticket; account_link by its own feature.
 * Law: 个人信息保护法 arts. 6, 19 (no more than is needed); real names by the roster.
 */
import { account } from '@anzai/contract';
import { addMs, ok } from '@anzai/domain';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Tx } from '../../platform/deps.ts';
import { bind, type AccessPorts, type Host } from '../../platform/http/host.ts';
import { defineSweep } from '../../platform/jobs/job.ts';
import type { Actors } from '../../platform/session/actor.ts';
import { createCookieJar } from '../../platform/session/cookies.ts';
import { endSession } from '../../platform/session/sessions.ts';
import { findLink } from '../account-link/index.ts';
import { identify } from './commands/identify.ts';
import { beginPasskey, beginPasskeySignIn, finishPasskey, finishPasskeySignIn } from './commands/passkeys.ts';
import { requestCode } from './commands/request-code.ts';
import { signIn } from './commands/sign-in.ts';
import { deleteTicketsBefore } from './passkey-store.ts';
import { renderSession } from './render-session.ts';

/** Which person an account acts for, and how; undefined when it may not. */
export const findPrincipal: AccessPorts['findPrincipal'] = async (deps, wanted) => {
  const link = await findLink(deps.db, wanted);
  return link === undefined ? undefined : { personId: link.personId, acting: link.acting };
};

const forgetTickets = defineSweep({
  name: 'forget-passkey-tickets',
  everyMs: 3_600_000,
  run: async (deps) => deleteTicketsBefore(deps.db, addMs(deps.clock.now(), -3_600_000)),
});

function bindPasskeys(host: Host): void {
  bind(host, account.beginPasskey, async (tx, call) =>
    ok(await beginPasskey(tx, { accountId: call.actor.id, origin: call.origin })),
  );
  bind(host, account.finishPasskey, async (tx, call) =>
    finishPasskey(tx, { accountId: call.actor.id, origin: call.origin, response: call.body }),
  );
  bind(host, account.beginPasskeySignIn, async (tx, call) => ok(await beginPasskeySignIn(tx, call.origin)));
  bind(host, account.finishPasskeySignIn, async (tx, call) => {
    const signed = await finishPasskeySignIn(tx, { ...call.body, origin: call.origin, cookies: call.cookies });
    if (!signed.ok) return signed;
    await endReplaced(tx, call.actors);
    return ok(await renderSession(tx, { accountId: signed.value, csrfToken: call.csrfToken }));
  });
}

/** Whoever signs in anew in a browser leaves the session before: its token must open nothing any more. */
async function endReplaced(tx: Tx, actors: Actors): Promise<void> {
  if (actors.account === null) return;
  await endSession(tx, { cookies: createCookieJar() }, { kind: 'account', sessionId: actors.account.sessionId });
}

export function registerAccount(host: Host): void {
  bind(host, account.getSession, async (deps, call) => {
    const accountId = call.actors.account?.id ?? null;
    return ok(await renderSession(deps, { accountId, csrfToken: call.csrfToken }));
  });
  bind(host, account.requestCode, async (tx, call) => requestCode(tx, call.body));
  bind(host, account.signIn, async (tx, call) => {
    const signed = await signIn(tx, { ...call.body, cookies: call.cookies });
    if (!signed.ok) return signed;
    await endReplaced(tx, call.actors);
    return ok(await renderSession(tx, { accountId: signed.value, csrfToken: call.csrfToken }));
  });
  bind(host, account.signOut, async (tx, call) => {
    const { id, sessionId } = call.actor;
    await endSession(tx, call, { kind: 'account', sessionId });
    const subject = { kind: 'account', id };
    recordAudit(tx, { actor: { kind: 'account', id }, action: 'account.signed-out', subject });
    return ok({ ok: true as const });
  });
  bind(host, account.identify, async (tx, call) =>
    identify(tx, { ...call.body, helper: call.body.helper, actor: call.actor }),
  );
  bindPasskeys(host);
  host.sweeps.push(forgetTickets);
}
