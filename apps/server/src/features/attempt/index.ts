/**
 * Face attempts: challenge, frames, judgement and what follows, at home and at a counter.
 * Called by consent, ways, review, dossier. State: attempt, attempt_frame, seen_frame.
 * Law: no still picture is proof of life; 个人信息保护法 arts. 19, 28 for what is kept and how long.
 */
import { attempt, counter, FrameHeaders } from '@anzai/contract';
import { ok, refuse } from '@anzai/domain';
import { bind, type AccessPorts, type Host } from '../../platform/http/host.ts';
import { awaitDecision } from './await-decision.ts';
import { abandonAttempt } from './commands/abandon-attempt.ts';
import { putFrame } from './commands/put-frame.ts';
import { startAssistedAttempt, startEnrolment } from './commands/start-counter-attempt.ts';
import { startRemoteAttempt } from './commands/start-remote-attempt.ts';
import { submitAttempt } from './commands/submit-attempt.ts';
import { viewFrame } from './commands/view-frame.ts';
import { closeAttempts } from './jobs/close-attempts.ts';
import { destroyFrames } from './jobs/destroy-frames.ts';
import { judgeAttemptJob } from './jobs/judge-attempt.ts';
import { findAttemptRow } from './store.ts';
import { viewAttempt } from './view-attempt.ts';

export { destroyFramesOfPerson, listFrames } from './frame-store.ts';
export {
  findAttemptRow,
  findOpenAttempt,
  listAttemptRows,
  listAttemptRowsById,
  type AttemptRow,
  type StoredSignal,
} from './store.ts';
export { countTriesLeft } from './tries.ts';

/** The account or the clerk that began a capture; to anyone else it does not exist. */
export const findCapturer: AccessPorts['findCapturer'] = async (deps, capture) => {
  const row = await findAttemptRow(deps.db, capture.attemptId);
  if (row === undefined) return undefined;
  const { account, staff } = capture.actors;
  if (account !== null && row.accountId === account.id) return 'account';
  return staff !== null && row.staffId === staff.id ? 'staff' : undefined;
};

function bindStarts(host: Host): void {
  bind(host, attempt.startAttempt, async (deps, call) => {
    const { personId } = call.params;
    const started = await startRemoteAttempt(deps, { personId, accountId: call.actor.id, start: call.body });
    return started.ok ? ok(await viewAttempt(deps, started.value)) : started;
  });
  bind(host, counter.startEnrolment, async (deps, call) => {
    const started = await startEnrolment(deps, { ...call.params, staff: call.actor, start: call.body });
    return started.ok ? ok(await viewAttempt(deps, started.value)) : started;
  });
  bind(host, counter.startAssistedAttempt, async (deps, call) => {
    const started = await startAssistedAttempt(deps, { ...call.params, staff: call.actor, start: call.body });
    return started.ok ? ok(await viewAttempt(deps, started.value)) : started;
  });
}

function bindCapture(host: Host): void {
  bind(host, attempt.getAttempt, async (deps, call) => {
    const wanted = { attemptId: call.params.attemptId, waitMs: call.query.waitMs, signal: call.signal };
    const row = await awaitDecision(deps, wanted);
    return row === undefined ? refuse({ code: 'request.not_found' as const }) : ok(await viewAttempt(deps, row));
  });
  bind(host, attempt.putFrame, async (deps, call) => {
    const headers = FrameHeaders.safeParse(call.headers);
    if (!headers.success) return refuse({ code: 'request.invalid' as const });
    const colour = headers.data['x-colour-index'];
    return putFrame(deps, {
      attemptId: call.params.attemptId,
      index: call.params.index,
      picture: call.body,
      capturedAtMs: headers.data['x-captured-at-ms'],
      promptIndex: headers.data['x-prompt-index'],
      colourIndex: colour === '' ? null : Number(colour),
      sha256: headers.data['x-frame-sha256'],
    });
  });
  bind(host, attempt.submitAttempt, async (deps, call) => {
    const submitted = await submitAttempt(deps, { ...call.params, ...call.body, actor: call.actor });
    return submitted.ok ? ok(await viewAttempt(deps, submitted.value)) : submitted;
  });
  bind(host, attempt.abandonAttempt, async (deps, call) => {
    const left = await abandonAttempt(deps, { ...call.params, actor: call.actor });
    return left.ok ? ok(await viewAttempt(deps, left.value)) : left;
  });
}

export function registerAttempt(host: Host): void {
  bindStarts(host);
  bindCapture(host);
  bind(host, counter.getAttemptFrame, async (deps, call) => viewFrame(deps, { ...call.params, staff: call.actor }));
  host.jobs.push(judgeAttemptJob);
  host.sweeps.push(closeAttempts, destroyFrames);
}
