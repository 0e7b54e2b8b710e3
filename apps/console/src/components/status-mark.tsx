import type { JSX } from 'preact';
import { texts } from '../state/texts.ts';
import type { CaseSummary, CertificateSummary, PersonRow } from '../state/wire.ts';

export type MarkTone = 'success' | 'attention' | 'danger' | 'waiting' | 'quiet';

/** Every tone has its own shape, so that colour is never the only sign. */
const shapes: Readonly<Record<MarkTone, JSX.Element>> = {
  success: <path d="M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm-3 6.7 2.1 2.1L11.1 6" />,
  attention: <path d="M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM8 4.5v3.8l2.4 1.4" />,
  danger: <path d="M8 1.8 15 14H1ZM8 6v3.6M8 11.7v.2" />,
  waiting: <path d="M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM5 8h.1M8 8h.1M11 8h.1" />,
  quiet: <path d="M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM5 8h6" />,
};

export function Mark({ tone, children }: { readonly tone: MarkTone; readonly children: string }): JSX.Element {
  return (
    <span class={`mark mark-${tone}`}>
      <svg width="15" height="15" viewBox="0 0 16 16" aria-hidden="true">
        {shapes[tone]}
      </svg>
      {children}
    </span>
  );
}

const standingTones: Readonly<Record<PersonRow['standing']['state'], MarkTone>> = {
  certified: 'success',
  due: 'attention',
  overdue: 'danger',
  'in-review': 'waiting',
  'not-subject': 'quiet',
};

export function standingTone(state: PersonRow['standing']['state']): MarkTone {
  return standingTones[state];
}

export function StandingMark({ state }: { readonly state: PersonRow['standing']['state'] }): JSX.Element {
  return <Mark tone={standingTones[state]}>{texts().standing[state]}</Mark>;
}

export function TemplateMark({ state }: { readonly state: PersonRow['template'] }): JSX.Element {
  const tone: MarkTone = state === 'current' ? 'success' : 'quiet';
  return <Mark tone={tone}>{texts().template[state]}</Mark>;
}

export function CertificateMark({ state }: { readonly state: CertificateSummary['state'] }): JSX.Element {
  const tones = { valid: 'success', expired: 'quiet', revoked: 'danger' } as const;
  return <Mark tone={tones[state]}>{texts().person.certificateStates[state]}</Mark>;
}

export function CaseMark({ state }: { readonly state: CaseSummary['state'] }): JSX.Element {
  const tones = { open: 'attention', 'waiting-second': 'waiting', closed: 'quiet' } as const;
  return <Mark tone={tones[state]}>{texts().review.states[state]}</Mark>;
}
