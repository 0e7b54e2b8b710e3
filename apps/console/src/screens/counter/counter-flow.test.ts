import { describe, expect, it } from 'vitest';
import { personDetail, uuid } from '../../../bin/fixtures/people.ts';
import { decideStep, hasConsent, slotOf } from './counter-flow.ts';

const seen = { id: uuid(1), at: '2026-11-23T01:00:00.000Z', documentKind: 'resident-id' as const };
const consent = (decision: 'given' | 'refused' | 'withdrawn', at: string) => ({
  id: uuid(2),
  decision,
  textVersion: '2026-1',
  at,
  by: '刘敏',
});
const facts = { consentVersion: '2026-1', finished: false };

describe('the step at the counter', () => {
  it('begins an enrolment with the original document', () => {
    expect(decideStep({ ...facts, purpose: 'enrol', detail: personDetail(0) })).toBe('sighting');
  });

  it('asks for consent once the original was seen', () => {
    expect(decideStep({ ...facts, purpose: 'enrol', detail: personDetail(0, { sighting: seen }) })).toBe('consent');
  });

  it('goes straight to capture after a reload when document and consent are there', () => {
    const detail = personDetail(0, { sighting: seen, consents: [consent('given', '2026-11-23T01:05:00.000Z')] });
    expect(decideStep({ ...facts, purpose: 'enrol', detail })).toBe('capture');
  });

  it('asks again when consent was given to an older text', () => {
    const detail = personDetail(0, { sighting: seen, consents: [consent('given', '2026-11-23T01:05:00.000Z')] });
    expect(decideStep({ ...facts, consentVersion: '2027-1', purpose: 'enrol', detail })).toBe('consent');
  });

  it('needs no original for an enrolled person who consents, and shows the result when there is one', () => {
    const detail = personDetail(1, { consents: [consent('given', '2025-06-18T01:00:00.000Z')] });
    expect(decideStep({ ...facts, purpose: 'certify', detail })).toBe('capture');
    expect(decideStep({ ...facts, finished: true, purpose: 'certify', detail })).toBe('result');
  });

  it('certifies by document without asking for any consent', () => {
    expect(decideStep({ ...facts, purpose: 'document', detail: personDetail(0) })).toBe('sighting');
    expect(decideStep({ ...facts, purpose: 'document', detail: personDetail(0, { sighting: seen }) })).toBe('confirm');
  });
});

describe('consent', () => {
  it('is what was decided last, in whatever order it is listed', () => {
    const given = consent('given', '2026-11-23T01:05:00.000Z');
    const withdrawn = consent('withdrawn', '2026-11-23T02:05:00.000Z');
    expect(hasConsent(personDetail(0, { consents: [given, withdrawn] }), '2026-1')).toBe(false);
    expect(
      hasConsent(personDetail(0, { consents: [withdrawn, { ...given, at: '2026-11-23T03:00:00.000Z' }] }), null),
    ).toBe(true);
  });
});

describe('the name of a capture', () => {
  it('keeps enrolment and certification of one person apart', () => {
    expect(slotOf('enrol', 'p')).not.toBe(slotOf('certify', 'p'));
  });
});
