import type { PersonDetail } from '../../state/wire.ts';

export type Purpose = 'enrol' | 'certify' | 'document';
export type CapturePurpose = Exclude<Purpose, 'document'>;
export type StepId = 'sighting' | 'consent' | 'capture' | 'confirm' | 'result';

export const stepsOf: Readonly<Record<Purpose, readonly StepId[]>> = {
  enrol: ['sighting', 'consent', 'capture', 'result'],
  certify: ['consent', 'capture', 'result'],
  document: ['sighting', 'confirm', 'result'],
};

type Facts = {
  readonly purpose: Purpose;
  readonly detail: PersonDetail;
  /** Version of the consent text in force; null while it is not known. */
  readonly consentVersion: string | null;
  readonly finished: boolean;
};

export function hasConsent(detail: PersonDetail, consentVersion: string | null): boolean {
  const [latest] = detail.consents.toSorted((a, b) => b.at.localeCompare(a.at));
  if (latest === undefined || latest.decision !== 'given') return false;
  return consentVersion === null || latest.textVersion === consentVersion;
}

/**
 * The step that comes next, worked out from what the server knows, so that a reload, another tab or another clerk
 * goes on where the person stands.
 */
export function decideStep(facts: Facts): StepId {
  if (facts.finished) return 'result';
  const steps = stepsOf[facts.purpose];
  if (steps.includes('sighting') && facts.detail.sighting === null) return 'sighting';
  if (steps.includes('consent') && !hasConsent(facts.detail, facts.consentVersion)) return 'consent';
  return steps.includes('capture') ? 'capture' : 'confirm';
}

export type CaptureSettings = {
  readonly mode: 'move' | 'still';
  readonly slower: boolean;
  readonly sound: boolean;
  /** Empty for the camera that the browser chooses. */
  readonly cameraId: string;
};

/** What is unfinished is taken up again under this name, also after a reload. */
export function slotOf(purpose: CapturePurpose, personId: string): string {
  return `${purpose === 'enrol' ? 'enrol' : 'assist'}:${personId}`;
}
