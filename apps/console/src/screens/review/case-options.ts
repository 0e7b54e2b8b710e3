import type { IconName } from '../../components/icon.tsx';
import { texts } from '../../state/texts.ts';
import type { CaseSummary } from '../../state/wire.ts';

export type Decision = NonNullable<CaseSummary['decision']>;

export type Option = {
  readonly decision: Decision;
  readonly label: string;
  readonly effect: string;
  readonly icon: IconName;
};

const icons: Readonly<Record<Decision, IconName>> = {
  accepted: 'check',
  refused: 'close',
  'sent-to-counter': 'home',
  'no-concern': 'check',
  'same-person': 'person',
};

const byKind: Readonly<Record<CaseSummary['kind'], readonly Decision[]>> = {
  'attempt-review': ['accepted', 'sent-to-counter', 'refused'],
  'duplicate-face': ['no-concern', 'same-person', 'sent-to-counter'],
  'attack-alarm': ['no-concern', 'sent-to-counter', 'refused'],
  'way-chosen': [],
};

/** An alarm or a similar face never certifies anyone; a chosen way is closed with a note instead. */
export function decisionsOf(kind: CaseSummary['kind']): readonly Decision[] {
  return byKind[kind];
}

/** The decisions that a case may have, in the order of their number keys. */
export function listOptions(kind: CaseSummary['kind']): Option[] {
  const words = texts().review;
  return decisionsOf(kind).map((decision) => ({
    decision,
    label: kind === 'attack-alarm' && decision === 'no-concern' ? words.noAttack : words.decisions[decision],
    effect: words.effects[decision],
    icon: icons[decision],
  }));
}
