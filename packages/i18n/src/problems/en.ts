import { toFactText, toWait, type ProblemFacts, type ProblemTexts } from './problem-text.ts';
import type { ProblemCode } from './zh-CN.ts';

function wait(facts: ProblemFacts): string {
  const { count, unit } = toWait(facts);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

const documentReasons: Readonly<Record<string, string>> = {
  length: 'It has too few or too many figures. Count them and type it again.',
  characters: 'It holds a character that cannot be there. Type it again as on the document.',
  checksum: 'One figure is wrong. Compare it with the document, figure by figure.',
  'birth-date': 'The date of birth in it does not exist. Compare it with the document.',
};

export const en = {
  'request.invalid': {
    title: 'Something was not filled in correctly',
    next: 'Check what is marked, correct it and try again.',
  },
  'request.too_large': { title: 'What was sent is too large', next: 'Send less and try again.' },
  'request.media_type': { title: 'This kind of content is not accepted', next: 'Reload the page and try again.' },
  'request.idempotency_key_missing': { title: 'The request was incomplete', next: 'Reload the page and try again.' },
  'request.idempotency_key_reused': {
    title: 'This differs from what was sent before',
    next: 'Reload the page and do it again.',
  },
  'request.csrf': {
    title: 'This page was open for too long',
    next: 'Reload the page and try again. You may have to fill it in anew.',
  },
  'request.not_found': { title: 'Not found', next: 'Go back and choose again.' },
  'request.stale': {
    title: 'Somebody else has just changed this',
    next: 'Reload the page, look at it as it is now, then decide.',
  },
  'request.rate_limited': { title: 'Too many tries in a short time', next: (facts) => `Try again in ${wait(facts)}.` },
  'server.fault': {
    title: 'Something went wrong here, not with you',
    next: 'Try again in a little while, or come to a counter.',
  },
  'server.busy': {
    title: 'Very many people are using this right now',
    next: 'Wait a minute or two and try again. Nothing you did is lost.',
  },
  'account.signed_out': { title: 'You are not signed in', next: 'Sign in with your telephone number and carry on.' },
  'account.phone_invalid': {
    title: 'This telephone number is not right',
    next: 'Check it and type it again, figure by figure.',
  },
  'account.code_wrong': {
    title: 'The code is not right',
    next: (facts) =>
      `Read the six figures in the message and type them again. Tries left: ${toFactText(facts, 'triesLeft')}.`,
  },
  'account.code_expired': {
    title: 'The code is no longer valid',
    next: 'Choose “Send again” and use the newest message.',
  },
  'account.code_too_soon': {
    title: 'A code was sent just now',
    next: (facts) => `Look at your text messages. If none came, ask again in ${wait(facts)}.`,
  },
  'account.code_locked': {
    title: 'Too many tries; let us rest a little',
    next: (facts) => `Try again in ${wait(facts)}.`,
  },
  'account.passkey_failed': {
    title: 'That did not work this time',
    next: 'Try once more, or sign in with a code by text message.',
  },
  'identity.document_invalid': {
    title: 'The document number is not right',
    next: (facts) =>
      documentReasons[toFactText(facts, 'reason')] ??
      'Compare it with the document, figure by figure, and type it again.',
  },
  'identity.document_unknown': {
    title: 'We do not know this document number',
    next: (facts) =>
      `Compare it with the document. If it still does not work, telephone ${toFactText(facts, 'counterPhone')} or come to a counter.`,
  },
  'identity.name_differs': {
    title: 'The name differs from the one on record',
    next: (facts) =>
      `Type the name as it stands on the document. If it still does not work, telephone ${toFactText(facts, 'counterPhone')} or come to a counter.`,
  },
  'identity.already_linked': {
    title: 'This person is already linked to another telephone',
    next: 'Sign in with that telephone, or come to a counter with the document to change it.',
  },
  'identity.not_linked': {
    title: 'You are not linked to this person',
    next: 'Give the person’s name and document number first.',
  },
  'helper.limit_reached': {
    title: 'You already help as many people as is allowed',
    next: 'Let a relative do it, or go to a counter together.',
  },
  'helper.details_missing': {
    title: 'We do not know yet who you are',
    next: 'Give your own name and how you are related to the person.',
  },
  'consent.missing': {
    title: 'Face certification was not agreed to yet',
    next: 'Read the explanation and choose; there are ways without a face too.',
  },
  'consent.version_old': { title: 'The consent text has changed', next: 'Read the new text and choose once more.' },
  'template.missing': {
    title: 'Your face has not been recorded yet',
    next: 'The first time, come to a counter with your document; or choose another way.',
  },
  'attempt.not_due': {
    title: 'There is no need to certify now',
    next: 'You are certified. We will remind you when it is time.',
  },
  'attempt.limit_reached': {
    title: 'No more face tries for now',
    next: (facts) =>
      toFactText(facts, 'caseNumber') === ''
        ? 'Try on another day, or choose another way.'
        : `Choose another way. Your case number is ${toFactText(facts, 'caseNumber')}.`,
  },
  'attempt.expired': { title: 'The time for this try is over', next: 'Never mind, start again; it does not count.' },
  'attempt.closed': {
    title: 'This try is already finished',
    next: 'Go to the first page to see the result, or begin again.',
  },
  'attempt.incomplete': {
    title: 'Some frames have not arrived yet',
    next: 'Stay connected; they are sent again by themselves.',
  },
  'attempt.frame_limit': { title: 'Too many frames were sent', next: 'Please start again.' },
  'attempt.bytes_limit': {
    title: 'The frames are too large together',
    next: 'Please start again; they will be made smaller.',
  },
  'attempt.frame_differs': { title: 'A frame changed on the way', next: 'Please start again.' },
  'picture.unreadable': { title: 'The picture could not be read', next: 'Wipe the lens and try again.' },
  'picture.type_unknown': {
    title: 'This kind of picture cannot be used',
    next: 'Use the camera itself, not a stored photograph.',
  },
  'picture.too_large': { title: 'The picture is too large', next: 'Please start again; it will be made smaller.' },
  'engine.unavailable': {
    title: 'Face certification is not working just now',
    next: 'Try again in a few minutes, or choose another way. It does not count as a try.',
  },
  'case.closed': { title: 'This case is already closed', next: 'Reload the page to see the result.' },
  'case.way_closed': { title: 'This way is not open to you', next: 'Choose another of the ways shown.' },
  'case.second_person_needed': {
    title: 'A second reviewer must decide',
    next: 'Ask a colleague who has not decided this case yet.',
  },
  'certificate.revoked': {
    title: 'This certificate was already revoked',
    next: 'Certify again, or telephone the agency.',
  },
  'verify.too_many': { title: 'Too many certificates at once', next: 'Send at most one thousand at a time.' },
  'staff.signed_out': { title: 'You are not signed in', next: 'Sign in to continue.' },
  'staff.forbidden': { title: 'Your role does not allow this', next: 'If it must be done, ask your manager.' },
  'staff.credentials_wrong': {
    title: 'The login or the password is wrong',
    next: 'Check both and try again. If you forgot the password, ask an administrator.',
  },
  'staff.locked': {
    title: 'Locked for a while after too many errors',
    next: (facts) => `Try again in ${wait(facts)}.`,
  },
  'staff.second_factor_needed': { title: 'One more step', next: 'Type the six figures of your authenticator app.' },
  'staff.second_factor_wrong': {
    title: 'The six figures are not right',
    next: 'Wait for the next ones and type those. Check the clock of your telephone too.',
  },
  'staff.second_factor_setup': {
    title: 'Set up your authenticator first',
    next: 'At the first sign-in, scan the code with an authenticator app.',
  },
  'staff.password_weak': {
    title: 'The password is too weak',
    next: 'Use at least twelve characters, not your login and nothing common.',
  },
  'staff.login_taken': { title: 'This login is already in use', next: 'Choose another one.' },
  'staff.last_administrator': { title: 'This is the last administrator', next: 'Appoint another administrator first.' },
  'person.not_found': {
    title: 'This person was not found',
    next: 'Check the document number or the name and search again.',
  },
  'person.other_outlet': {
    title: 'This person belongs to another outlet',
    next: 'Contact that outlet, or ask your manager.',
  },
  'person.deceased': {
    title: 'The record says that this person has died',
    next: 'If that is wrong, come to a counter with the document; it will be looked into with care.',
  },
  'sighting.missing': {
    title: 'Seeing the original document was not recorded',
    next: 'Look at the original, record it, then go on.',
  },
  'sighting.document_differs': {
    title: 'The document differs from the one on record',
    next: 'Check the original; if it has changed, update the record first.',
  },
  'enrolment.not_current': { title: 'This face record is no longer in use', next: 'Look at the newest one.' },
  'enrolment.quality_poor': {
    title: 'The picture is not clear enough',
    next: 'Let light come from the front, face in the middle, and take it again.',
  },
} as const satisfies ProblemTexts<ProblemCode>;
