import { addDays, toPlainDate } from '@anzai/domain';
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { getPolicyPack, findAgency, insertAgency, insertOutlets } from '../features/agency/index.ts';
import { addStaff, hashPassword } from '../features/staff/index.ts';
import { recordAudit } from '../platform/audit/record-audit.ts';
import { writeAudit } from '../platform/audit/write-audit.ts';
import { transaction } from '../platform/db/transaction.ts';
import type { Deps, Tx } from '../platform/deps.ts';
import type { StaffActor } from '../platform/session/actor.ts';
import { listChoices } from './choose-ways.ts';
import { cutPortraits, type Portrait, type PortraitSet } from './cut-portraits.ts';
import { insertRoster, bringToToday, type PlacedPerson } from './insert-roster.ts';
import { demonstrationAgency, demonstrationOutlets, type OutletKey } from './outlets.ts';
import { planDemonstration } from './plan-demonstration.ts';
import type { PlannedPerson } from './planned-person.ts';
import { toWorkday } from './plan-days.ts';
import { listPastEvents, toInstant, type Cast } from './play-history.ts';
import { otherClerks, staffAccounts } from './staff-accounts.ts';

/** Whoever starts a production server with demonstration data would let in people whose passwords are published. */
export class DemonstrationRefusedError extends Error {
  override readonly name = 'DemonstrationRefusedError';
}

/** Two servers that begin on one empty database take turns by this lock. */
const demonstrationLock = 4_201_968;
const thrownAwayBytes = 24;

/** The same transaction as it would have been at another time; its audit entries are written with that time. */
async function atInstant(tx: Tx, instant: string, work: (tx: Tx) => Promise<void>): Promise<void> {
  const { timeZone } = tx.config;
  const clock = { now: () => instant, today: () => toPlainDate(instant, timeZone) };
  const past: Tx = { ...tx, clock, unit: { audit: [], afterCommit: tx.unit.afterCommit } };
  await work(past);
  await writeAudit(past);
}

/** The slow part, done before the transaction opens: hashes in the order of accounts, the last one nobody knows. */
async function hashPasswords(): Promise<readonly string[]> {
  const passwords = [
    ...staffAccounts.map((account) => account.password),
    randomBytes(thrownAwayBytes).toString('base64'),
  ];
  return Promise.all(passwords.map(async (password) => hashPassword(password)));
}

type Places = ReadonlyMap<string, string>;

async function insertCounters(tx: Tx): Promise<Places> {
  const createdAt = tx.clock.now();
  await insertAgency(tx.db, { ...demonstrationAgency, id: tx.ids.uuid(), demonstration: true, createdAt });
  const rows = demonstrationOutlets.map(({ key, services, ...outlet }, sortOrder) => {
    const id = tx.ids.uuid();
    return { key, row: { ...outlet, services: [...services], id, sortOrder, createdAt } };
  });
  await insertOutlets(
    tx.db,
    rows.map((each) => each.row),
  );
  return new Map(rows.map(({ key, row }) => [key, row.id]));
}

/** Answers the clerk of each counter. */
async function insertStaffOf(
  tx: Tx,
  places: Places,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, StaffActor>> {
  const clerks = new Map<string, StaffActor>();
  const everyone = [...staffAccounts, ...otherClerks.map((clerk) => ({ ...clerk, role: 'clerk' as const }))];
  for (const [index, account] of everyone.entries()) {
    const id = tx.ids.uuid();
    const outletId = account.outlet === null ? null : (places.get(account.outlet) ?? null);
    const { login, name, role } = account;
    const passwordHash = hashes[index] ?? hashes.at(-1) ?? '';
    const secret = 'totpSecret' in account ? account.totpSecret : undefined;
    await addStaff(tx, { id, login, name, role, outletId, passwordHash, demonstration: true }, secret);
    if (account.outlet === null || clerks.has(account.outlet)) continue;
    clerks.set(account.outlet, { kind: 'staff', id, role, outletId, sessionId: id, pending: 'none' });
  }
  return clerks;
}

function getKept<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The demonstration has no ${key}`);
  return value;
}

/** Which portrait stands in for whom: the one like another for its own part, the others in the order of the plan. */
function assignPortraits(people: readonly PlannedPerson[], portraits: PortraitSet): ReadonlyMap<number, Portrait> {
  const assigned = new Map<number, Portrait>();
  const left = [...portraits.distinct];
  for (const { serial, part } of people) {
    if (part?.kind === 'likeness' && portraits.likeness !== null) assigned.set(serial, portraits.likeness);
    if (part?.kind !== 'enrolled' && part?.kind !== 'withdrew') continue;
    const next = left.shift();
    if (next !== undefined) assigned.set(serial, next);
  }
  return assigned;
}

type Making = {
  readonly people: readonly PlacedPerson[];
  readonly hashes: readonly string[];
  readonly portraits: ReadonlyMap<number, Portrait>;
};

async function makeIn(tx: Tx, making: Making): Promise<void> {
  const { people } = making;
  const policy = getPolicyPack(demonstrationAgency.policyId);
  const today = tx.clock.today();
  const firstDay = people.flatMap((person) => person.certifiedOn).reduce((a, b) => (a < b ? a : b), today);
  const clerks = new Map<string, StaffActor>();
  const places = new Map<string, string>();
  const outletId = (key: OutletKey): string => getKept(places, key);
  await atInstant(tx, toInstant({ policy }, toWorkday(addDays(firstDay, -30)), 0), async (past) => {
    for (const [key, id] of await insertCounters(past)) places.set(key, id);
    for (const [key, clerk] of await insertStaffOf(past, places, making.hashes)) clerks.set(key, clerk);
    await insertRoster(past, people, outletId);
  });
  const idBySerial = new Map(people.map((person) => [String(person.serial), person.id]));
  const cast: Cast = {
    policy,
    today,
    personId: (person) => getKept(idBySerial, String(person.serial)),
    clerk: (person) => getKept(clerks, person.outlet),
    portrait: (person) => making.portraits.get(person.serial),
  };
  const events = people.flatMap((person) => [...listPastEvents(cast, person), ...listChoices(cast, person, outletId)]);
  for (const event of events.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    await atInstant(tx, event.at, async (past) => event.run(past));
  }
  await bringToToday(tx, people);
}

/**
 * Makes agency, counters, staff and three hundred people in one transaction; what happened on earlier days is done by the
 * commands themselves with the clock of that day. Does nothing, and answers false, when there is an agency already.
 */
export async function makeDemonstrationData(deps: Deps): Promise<boolean> {
  if (deps.config.production) {
    throw new DemonstrationRefusedError('Demonstration data is never made on a production server.');
  }
  if ((await findAgency(deps.db)) !== undefined) return false;
  const policy = getPolicyPack(demonstrationAgency.policyId);
  const planned = planDemonstration(policy, deps.clock.today());
  const portraits = assignPortraits(planned, await cutPortraits(deps.engine, policy.face.duplicateFmr));
  const hashes = await hashPasswords();
  return transaction(deps, async (tx) => {
    await sql`select pg_advisory_xact_lock(${demonstrationLock})`.execute(tx.db);
    if ((await findAgency(tx.db)) !== undefined) return false;
    const people = planned.map((person) => ({ ...person, id: tx.ids.uuid() }));
    await makeIn(tx, { people, hashes, portraits });
    recordAudit(tx, {
      actor: { kind: 'system', id: null },
      action: 'demonstration.made',
      subject: { kind: 'agency', id: (await findAgency(tx.db))?.id ?? '' },
      facts: { people: people.length, faces: portraits.size },
    });
    return true;
  });
}
