import { account } from '@anzai/contract';
import type { AttemptOutcome, Home, Problem } from '@anzai/contract';
import { signal } from '@preact/signals';
import { callApi } from './api.ts';
import { readStoredJson, removeStored, writeStored } from './storage.ts';

export type Loaded<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Value }
  | { readonly state: 'failed'; readonly problem: Problem | undefined };

export const home = signal<Loaded<Home>>({ state: 'loading' });
let asked = 0;

/** Asks anew; what is already shown of the same person stays until the answer is there. */
export async function loadHome(personId: string): Promise<void> {
  const mine = (asked += 1);
  const shown = home.value;
  const isSame = shown.state === 'ready' && shown.value.principal.personId === personId;
  if (!isSame) home.value = { state: 'loading' };
  const result = await callApi(account.getHome, { params: { personId } });
  if (mine !== asked) return;
  if (result.ok) home.value = { state: 'ready', value: result.value };
  else if (!isSame) home.value = { state: 'failed', problem: 'problem' in result ? result.problem : undefined };
}

export type KeptOutcome = { readonly personId: string; readonly outcome: AttemptOutcome };

function readOutcome(): KeptOutcome | undefined {
  const kept = readStoredJson('tab', 'outcome');
  const isOutcome = typeof kept === 'object' && kept !== null && 'personId' in kept && 'outcome' in kept;
  return isOutcome ? (kept as KeptOutcome) : undefined;
}

/** What came of the last attempt, kept for the tab so that a reload shows it again. */
export const lastOutcome = signal<KeptOutcome | undefined>(readOutcome());

export function keepOutcome(kept: KeptOutcome): void {
  lastOutcome.value = kept;
  writeStored('tab', 'outcome', JSON.stringify(kept));
}

export function forgetOutcome(): void {
  lastOutcome.value = undefined;
  removeStored('tab', 'outcome');
}
