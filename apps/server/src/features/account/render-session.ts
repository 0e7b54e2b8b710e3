import type { Session } from '@anzai/contract';
import type { Context } from '../../platform/deps.ts';
import { listLinks } from '../account-link/index.ts';
import { listMaskedDocuments, listPersonRows } from '../people/index.ts';
import { findMaskedPhone } from './phone.ts';
import { listPasskeys } from './passkey-store.ts';

/** Who is signed in, and for whom they may act: themselves first. */
export async function renderSession(
  context: Context,
  input: { readonly accountId: string | null; readonly csrfToken: string },
): Promise<Session> {
  const { accountId, csrfToken } = input;
  if (accountId === null) return { signedIn: false, phoneMasked: null, csrfToken, passkeys: 0, principals: [] };
  const links = await listLinks(context.db, accountId);
  const personIds = links.map((link) => link.personId);
  const people = new Map((await listPersonRows(context.db, personIds)).map((person) => [person.id, person]));
  const masked = await listMaskedDocuments(context, personIds);
  return {
    signedIn: true,
    phoneMasked: await findMaskedPhone(context, accountId),
    csrfToken,
    passkeys: (await listPasskeys(context.db, accountId)).length,
    principals: links.map((link) => ({
      personId: link.personId,
      name: people.get(link.personId)?.name ?? '',
      documentMasked: masked.get(link.personId) ?? '',
      acting: link.acting,
    })),
  };
}
