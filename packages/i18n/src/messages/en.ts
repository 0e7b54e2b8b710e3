import type { MessageTexts } from './zh-CN.ts';

export const en: MessageTexts = {
  'sign-in-code': ({ code, minutes, agency }) =>
    `${agency}: your code is ${code}, good for ${minutes} minutes. Our staff never ask for it; tell nobody.`,
  certified: ({ name, validUntil, number, agency }) =>
    `${agency}: ${name} is certified until ${validUntil}. Certificate ${number}.`,
  'in-review': ({ name, caseNumber, decideBy, agency }) =>
    `${agency}: a colleague is checking the certification of ${name}; you hear from us by ${decideBy}. Case ${caseNumber}. Payment goes on meanwhile.`,
  'review-refused': ({ name, caseNumber, phone, agency }) =>
    `${agency}: two colleagues looked at the certification of ${name} and could not confirm it this time. Case ${caseNumber}. Please bring the original document to a counter, or call ${phone}.`,
  'way-chosen': ({ name, caseNumber, phone, agency }) =>
    `${agency}: the way chosen for ${name} is noted, case ${caseNumber}. Questions: ${phone}.`,
  'consent-withdrawn': ({ name, phone, agency }) =>
    `${agency}: the face data of ${name} has been destroyed as asked. A counter and other ways stay open; call ${phone}.`,
};
