/**
 * The ways beside the face: which are open to a person, where, with which papers, and choosing one.
 * Called over the wire only. State: none of its own; the case feature keeps the choice.
 * Law: 社会保险经办条例 arts. 26, 30 (agents, home visits); the policy pack's `ways`.
 */
import { account } from '@anzai/contract';
import { ok } from '@anzai/domain';
import { bind, type Host } from '../../platform/http/host.ts';
import { getPersonRow } from '../people/index.ts';
import { chooseWay } from './commands/choose-way.ts';
import { renderWays } from './list-ways.ts';

export function registerWays(host: Host): void {
  bind(host, account.listWays, async (deps, call) =>
    ok(await renderWays(deps, await getPersonRow(deps, call.params.personId))),
  );
  bind(host, account.chooseWay, async (tx, call) => {
    const { way, outletId, caseId } = call.body;
    return chooseWay(tx, { ...call.params, accountId: call.actor.id, way, outletId, caseId });
  });
}
