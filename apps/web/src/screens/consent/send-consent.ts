import { account } from '@anzai/contract';
import type { CallResult } from '@anzai/contract';
import { v7 } from 'uuid';
import { agency } from '../../state/agency.ts';
import { callApi } from '../../state/api.ts';
import { loadHome } from '../../state/person.ts';
import { readStored, removeStored, writeStored } from '../../state/storage.ts';
import { getWords } from '../../state/texts.ts';

type Decision = 'given' | 'refused' | 'withdrawn';

/** Records a decision once, however often it is sent: its id is made and kept before the first sending. */
export async function sendConsent(
  personId: string,
  decision: Decision,
): Promise<CallResult<typeof account.recordConsent>> {
  const textVersion = agency.value?.consentVersion ?? '';
  const name = `consent.${personId}.${decision}.${textVersion}`;
  const id = readStored('tab', name) ?? v7();
  writeStored('tab', name, id);
  const body = { id, decision, textVersion, locale: getWords().locale };
  const result = await callApi(account.recordConsent, { params: { personId }, body });
  if (result.ok || 'problem' in result) removeStored('tab', name);
  if (result.ok) await loadHome(personId);
  return result;
}
