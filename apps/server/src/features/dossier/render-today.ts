import type { CaseSummary, counter } from '@anzai/contract';
import { hasPermission, startOfDay } from '@anzai/domain';
import type { z } from 'zod';
import type { Context } from '../../platform/deps.ts';
import type { StaffActor } from '../../platform/session/actor.ts';
import { getPolicy } from '../agency/index.ts';
import { countOpenCases, listCaseRows, toCaseSummary } from '../case/index.ts';
import { countByChannel, listStandings } from '../certification/index.ts';
import { listTemplateStates } from '../enrolment/index.ts';
import { listPersonRows, listRoster, type Person } from '../people/index.ts';
import { countEnrolledOn } from './store.ts';

type Today = z.infer<typeof counter.Today>;

const pageSize = 500;
const waitingMax = 10;

type Counts = { due: number; overdue: number; certified: number; inReview: number; notEnrolled: number };

async function addPage(context: Context, counts: Counts, people: readonly Person[]): Promise<void> {
  const standings = await listStandings(context, people);
  const templates = await listTemplateStates(
    context.db,
    people.map((person) => person.id),
  );
  for (const person of people) {
    const state = standings.get(person.id)?.state;
    if (state === 'due') counts.due += 1;
    if (state === 'overdue') counts.overdue += 1;
    if (state === 'certified') counts.certified += 1;
    if (state === 'in-review') counts.inReview += 1;
    if (person.life === 'alive' && templates.get(person.id) !== 'current') counts.notEnrolled += 1;
  }
}

/** Read in pages, so that the roster of a city never stands in memory. */
async function countStandings(context: Context, outletId: string | null): Promise<Counts> {
  const counts: Counts = { due: 0, overdue: 0, certified: 0, inReview: 0, notEnrolled: 0 };
  let after: { nameKey: string; id: string } | undefined;
  for (;;) {
    const people = await listRoster(context.db, { outletId: outletId ?? undefined, after, limit: pageSize });
    await addPage(context, counts, people);
    const last = people.at(-1);
    if (people.length < pageSize || last === undefined) return counts;
    after = { nameKey: last.nameKey, id: last.id };
  }
}

async function listWaiting(context: Context, outletId: string | null): Promise<z.infer<typeof CaseSummary>[]> {
  const filter = { outletId: outletId ?? undefined, limit: waitingMax };
  const open = await listCaseRows(context.db, { ...filter, state: 'open' });
  const second = await listCaseRows(context.db, { ...filter, state: 'waiting-second' });
  const rows = [...open, ...second].toSorted((a, b) => (a.decideBy < b.decideBy ? -1 : 1)).slice(0, waitingMax);
  const people = await listPersonRows(context.db, [...new Set(rows.map((row) => row.personId))]);
  return rows.map((row) => toCaseSummary(row, people.find((person) => person.id === row.personId)?.name ?? ''));
}

/** The day's work: of the counter for a clerk, of the agency for the others. */
export async function renderToday(context: Context, staff: StaffActor): Promise<Today> {
  const outletId = staff.role === 'clerk' ? staff.outletId : null;
  const date = context.clock.today();
  const { timeZone } = await getPolicy(context);
  const today = await countByChannel(context.db, { since: date, outletId });
  return {
    date,
    counts: {
      ...(await countStandings(context, outletId)),
      enrolledToday: await countEnrolledOn(context.db, { since: startOfDay(date, timeZone), outletId }),
      certifiedToday: today.reduce((sum, row) => sum + row.count, 0),
      openCases: await countOpenCases(context.db, outletId),
    },
    // Whoever may not read about people, such as an administrator, sees numbers only.
    waiting: hasPermission(staff.role, 'people:read') ? await listWaiting(context, outletId) : [],
    byChannel: [...(await countByChannel(context.db, { since: `${date.slice(0, 4)}-01-01`, outletId }))],
  };
}
