/**
 * Reviewers at work: the queue, a case with what was captured, decisions, and the second person for a refusal.
 * Called over the wire only. State: none of its own; the case feature keeps it.
 * Law: 社会保险经办条例 arts. 37 (graded review), 52 (who is refused may ask for review).
 */
import { counter } from '@anzai/contract';
import { ok, refuse } from '@anzai/domain';
import { bind, type Host } from '../../platform/http/host.ts';
import { closeWayCase } from './commands/close-way-case.ts';
import { decideCase } from './commands/decide-case.ts';
import { findCaseDetail, listCases } from './queries.ts';

export function registerReview(host: Host): void {
  bind(host, counter.listCases, async (deps, call) => ok(await listCases(deps, { ...call.query, staff: call.actor })));
  bind(host, counter.getCase, async (deps, call) => {
    const detail = await findCaseDetail(deps, { ...call.params, staff: call.actor });
    return detail === undefined ? refuse({ code: 'request.not_found' as const }) : ok(detail);
  });
  bind(host, counter.decideCase, async (tx, call) =>
    decideCase(tx, { ...call.params, ...call.body, staff: call.actor }),
  );
  bind(host, counter.closeWayCase, async (tx, call) =>
    closeWayCase(tx, { ...call.params, ...call.body, staff: call.actor }),
  );
}
