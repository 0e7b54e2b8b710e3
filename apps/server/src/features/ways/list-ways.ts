import { decideWays, type OpenWay, type Policy } from '@anzai/domain';
import type { Outlet } from '@anzai/contract';
import type { Context } from '../../platform/deps.ts';
import { getPolicy, listOutlets } from '../agency/index.ts';
import { countTriesLeft } from '../attempt/index.ts';
import { findLastConsent, toConsentState } from '../consent-record/index.ts';
import { findCurrentEnrolment } from '../enrolment/index.ts';
import { listBenefits, type Person } from '../people/index.ts';

/** The ways open to this person today, best first. */
export async function listOpenWays(context: Context, person: Person, policy: Policy): Promise<readonly OpenWay[]> {
  const enrolment = await findCurrentEnrolment(context.db, person.id);
  const consent = toConsentState(await findLastConsent(context.db, person.id), policy);
  const benefits = await listBenefits(context.db, [person.id]);
  return decideWays({
    policy,
    today: context.clock.today(),
    birthOn: person.birthOn,
    residence: person.residence,
    schemes: benefits.filter((benefit) => benefit.state !== 'ended').map((benefit) => benefit.scheme),
    unitManaged: person.unitManaged,
    faceReady: enrolment !== undefined && consent !== 'refused' && consent !== 'withdrawn',
    triesLeft: await countTriesLeft(context, { personId: person.id, policy }),
  });
}

/** Counters that serve a way; the person's own first, then those of its district, then by the agency's order. */
export async function listOutletsOfWay(
  context: Context,
  wanted: { readonly way: OpenWay['way']; readonly person: Person },
): Promise<Outlet[]> {
  const { way, person } = wanted;
  const all = await listOutlets(context, 'counter-document');
  const fits = all.filter((outlet) => {
    if (way === 'counter') return outlet.kind === 'agency-hall';
    if (way === 'street-office') return outlet.kind === 'street-office';
    return way === 'bank' && outlet.kind === 'bank';
  });
  const own = (await listOutlets(context)).find((outlet) => outlet.id === person.outletId);
  const district = own?.district['zh-CN'];
  const rank = (outlet: Outlet): number => {
    if (outlet.id === person.outletId) return 0;
    return outlet.district['zh-CN'] === district ? 1 : 2;
  };
  return fits.toSorted((a, b) => rank(a) - rank(b));
}

export async function renderWays(
  context: Context,
  person: Person,
): Promise<{ ways: { way: OpenWay['way']; outlets: Outlet[]; papers: string[] }[] }> {
  const policy = await getPolicy(context);
  const ways = [];
  for (const open of await listOpenWays(context, person, policy)) {
    ways.push({
      way: open.way,
      outlets: await listOutletsOfWay(context, { way: open.way, person }),
      papers: [...open.papers],
    });
  }
  return { ways };
}
