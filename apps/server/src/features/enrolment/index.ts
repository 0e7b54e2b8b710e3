/**
 * Faces recorded at a counter: template, reference picture, their history and their end.
 * Called by attempt, consent, dossier, review. State: enrolment.
 * Law: 个人信息保护法 arts. 19, 28–30, 47 (shortest time, separate consent, deletion).
 */
import { counter } from '@anzai/contract';
import { ok } from '@anzai/domain';
import { bind, type Host } from '../../platform/http/host.ts';
import { viewPicture } from './commands/view-picture.ts';
import { renewOneTemplate, renewTemplates } from './jobs/renew-templates.ts';
import { countTemplates } from './store.ts';

export { recordEnrolment, type RecordEnrolment } from './commands/record-enrolment.ts';
export { renewTemplate } from './commands/renew-template.ts';
export { findDuplicates, openTemplate, type DuplicateCandidate } from './gallery.ts';
export {
  destroyEnrolments,
  destroyReplacedBefore,
  findCurrentEnrolment,
  findEnrolmentRow,
  listEnrolments,
  listTemplateStates,
  type EnrolmentRow,
} from './store.ts';
export { isSameEmbedder } from './template-codec.ts';

export function registerEnrolment(host: Host): void {
  bind(host, counter.getEnrolmentPicture, async (deps, call) =>
    viewPicture(deps, { ...call.params, staff: call.actor }),
  );
  bind(host, counter.getEngineStatus, async (deps) => {
    const { info } = deps.engine;
    const { templates, outdated } = await countTemplates(deps.db, info.embedder);
    const { calibration } = info;
    return ok({
      ...info,
      models: [...info.models],
      calibration: calibration === null ? null : { ...calibration, groups: [...calibration.groups] },
      templatesToRenew: outdated,
      templates,
    });
  });
  host.jobs.push(renewOneTemplate);
  host.sweeps.push(renewTemplates);
}
