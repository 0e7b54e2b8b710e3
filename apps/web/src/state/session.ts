import { discardCaptures } from '@anzai/capture';
import { account } from '@anzai/contract';
import type { Session } from '@anzai/contract';
import { computed, signal } from '@preact/signals';
import { callApi, client, onSignedOut } from './api.ts';
import { readStored, removeStored, writeStored } from './storage.ts';

export type Principal = Session['principals'][number];

/** Undefined until the server has answered. */
export const session = signal<Session | undefined>(undefined);
const chosenPersonId = signal(readStored('device', 'person'));

/** For whom the screens speak: the one chosen last, or the only one there is. */
export const principal = computed<Principal | undefined>(() => {
  const all = session.value?.principals ?? [];
  const chosen = all.find((one) => one.personId === chosenPersonId.value);
  return chosen ?? (all.length === 1 ? all[0] : undefined);
});

export function setSession(value: Session): void {
  client.setCsrfToken(value.csrfToken);
  session.value = value;
}

/** True when the first question to the server stayed without an answer. */
export const sessionFailed = signal(false);

export async function loadSession(): Promise<void> {
  sessionFailed.value = false;
  const result = await callApi(account.getSession, {});
  if (result.ok) setSession(result.value);
  else sessionFailed.value = session.value === undefined;
}

export function choosePerson(personId: string): void {
  writeStored('device', 'person', personId);
  chosenPersonId.value = personId;
}

export async function signOut(): Promise<void> {
  await callApi(account.signOut, {});
  await discardCaptures();
  forgetPerson();
  await loadSession();
}

function forgetPerson(): void {
  removeStored('device', 'person');
  removeStored('tab', 'outcome');
  chosenPersonId.value = undefined;
}

onSignedOut(() => {
  if (session.value !== undefined) session.value = { ...session.value, signedIn: false, principals: [] };
});
