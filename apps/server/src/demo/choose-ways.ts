import { addDays } from '@anzai/domain';
import { findOrMakeAccount } from '../features/account/phone.ts';
import { insertLink } from '../features/account-link/index.ts';
import { chooseWay } from '../features/ways/commands/choose-way.ts';
import { recordAudit } from '../platform/audit/record-audit.ts';
import { addMs } from '../platform/clock.ts';
import type { Tx } from '../platform/deps.ts';
import { expectDone, toInstant, type Cast, type PastEvent } from './play-history.ts';
import type { PlannedPerson } from './planned-person.ts';
import { toWorkday } from './plan-days.ts';
import type { OutletKey } from './outlets.ts';

/** An account of the person's own telephone, linked to the person. */
export async function linkOwnAccount(
  tx: Tx,
  linked: { readonly personId: string; readonly phone: string },
): Promise<string> {
  const accountId = await findOrMakeAccount(tx, linked.phone);
  await insertLink(tx.db, {
    id: tx.ids.uuid(),
    accountId,
    personId: linked.personId,
    acting: 'self',
    helperName: null,
    helperRelation: null,
    deviceId: null,
    createdAt: tx.clock.now(),
  });
  recordAudit(tx, {
    actor: { kind: 'account', id: accountId },
    action: 'account.linked',
    subject: { kind: 'person', id: linked.personId },
    facts: { acting: 'self', relation: null },
  });
  return accountId;
}

/** Cases that wait at a counter, because a person chose a way without a face a few days ago. */
export function listChoices(
  cast: Cast,
  person: PlannedPerson,
  outletId: (key: OutletKey) => string,
): readonly PastEvent[] {
  const { part, phone } = person;
  if (part?.kind !== 'chose-way' || phone === null) return [];
  const day = toWorkday(addDays(cast.today, -1 - (person.serial % 4)));
  const personId = cast.personId(person);
  const run = async (tx: Tx): Promise<void> => {
    const accountId = await linkOwnAccount(tx, { personId, phone });
    const outlet = part.outlet === null ? undefined : outletId(part.outlet);
    expectDone(await chooseWay(tx, { personId, accountId, way: part.way, outletId: outlet, caseId: undefined }));
  };
  return [{ at: addMs(toInstant(cast, day, person.serial), 5 * 3_600_000), run }];
}
