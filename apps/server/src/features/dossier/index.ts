/**
 * What people and staff read: the home screen, a person's file, the search, the day's work.
 * Called over the wire only. State: none; it reads through the other features' doors.
 */
import { account, counter } from '@anzai/contract';
import { ok } from '@anzai/domain';
import { bind, type Host } from '../../platform/http/host.ts';
import { findPersonForStaff } from '../people/index.ts';
import { findPeople } from './find-people.ts';
import { renderHome } from './render-home.ts';
import { renderPerson } from './render-person.ts';
import { renderToday } from './render-today.ts';

export function registerDossier(host: Host): void {
  bind(host, account.getHome, async (deps, call) => {
    const { personId, acting } = call.principal;
    return ok(await renderHome(deps, { personId, acting, accountId: call.actor.id }));
  });
  bind(host, counter.findPeople, async (deps, call) => ok(await findPeople(deps, { ...call.body, staff: call.actor })));
  bind(host, counter.getPerson, async (deps, call) => {
    const person = await findPersonForStaff(deps, { ...call.params, staff: call.actor });
    return person.ok ? ok(await renderPerson(deps, person.value, call.actor)) : person;
  });
  bind(host, counter.getToday, async (deps, call) => ok(await renderToday(deps, call.actor)));
}
