import type { Channel } from '@anzai/domain';
import type { TimelineFacts, TimelineTexts } from './zh-CN.ts';

function text(facts: TimelineFacts, name: string): string {
  const value = facts[name];
  return value === undefined || value === null ? '' : String(value);
}

const caseKinds: Readonly<Record<string, string>> = {
  'attempt-review': 'Passed on to a colleague to check',
  'duplicate-face': 'A similar face was found and is being checked',
  'way-chosen': 'Moved to another way',
  'attack-alarm': 'An unusual capture is being looked into',
};
const closings: Readonly<Record<string, string>> = {
  accepted: 'confirmed',
  refused: 'not confirmed',
  'sent-to-counter': 'please come to a counter',
  'no-concern': 'nothing wrong',
  'same-person': 'the same person',
};

const channels: TimelineTexts['channels'] = {
  'remote-face': 'by face, at home',
  'assisted-face': 'by face, at a counter',
  'counter-enrolment': 'face recorded at a counter',
  'counter-document': 'original document at a counter',
  'street-office': 'at the street office',
  bank: 'at a bank branch',
  partner: 'at a partner office',
  trustee: 'by a trustee',
  'unit-list': 'through the former employer',
  'written-certificate': 'written certificate of the employer',
  'trusted-identity': 'through a trusted identity service',
  'data-match': 'by comparing registers',
  'home-visit': 'by a visit at home',
  review: 'checked by a colleague',
};

export const en: TimelineTexts = {
  channels,
  kinds: {
    'consent.given': () => 'Agreed to certification by face.',
    'consent.refused': () => 'Chose not to use the face.',
    'consent.withdrawn': () => 'Consent withdrawn; the face data was destroyed.',
    'face.enrolled': () => 'Face recorded at a counter.',
    'attempt.passed': () => 'Face check passed.',
    'attempt.again': () => 'Face check not passed; it may be tried again.',
    'attempt.review': (facts) => `Face check passed on to a colleague, case ${text(facts, 'caseNumber')}.`,
    'attempt.other-way': (facts) => `Face check not passed; another way is open, case ${text(facts, 'caseNumber')}.`,
    'attempt.abandoned': () => 'Left the face check midway; it does not count.',
    'attempt.expired': () => 'The face check ran out of time; it does not count.',
    'person.certified': (facts, day) => {
      const channel = channels[text(facts, 'channel') as Channel] ?? '';
      return `Certified (${channel}) until ${day(text(facts, 'validUntil'))}, certificate ${text(facts, 'number')}.`;
    },
    'certificate.revoked': (facts) => `Certificate ${text(facts, 'number')} revoked; certification is due again.`,
    'case.opened': (facts) => `${caseKinds[text(facts, 'kind')] ?? 'Case opened'}, case ${text(facts, 'number')}.`,
    'case.closed': (facts) => `Case ${text(facts, 'number')} closed: ${closings[text(facts, 'decision')] ?? 'done'}.`,
    'document.seen': () => 'Original document seen.',
    'document.revealed': () => 'Full document number looked at.',
    'picture.viewed': () => 'Reference picture looked at.',
    'frame.viewed': () => 'Captured frame looked at.',
    'template.renewed': () => 'Face template renewed by the system.',
    'account.linked': (facts) =>
      text(facts, 'acting') === 'helper'
        ? `${text(facts, 'helperName')} recorded as helper.`
        : 'Signed in by telephone.',
  },
};
