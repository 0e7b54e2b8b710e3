import { decideStanding, decideWays, findPeriodRow, type Policy } from '@anzai/domain';
import { describe, expect, it } from 'vitest';
import { getPolicyPack } from './queries.ts';
import { parsePolicyPack, readPolicyPacks } from './policy-pack.ts';

function copy(policy: Policy): Record<string, unknown> {
  return structuredClone(policy) as unknown as Record<string, unknown>;
}

describe('the shipped policy packs', () => {
  it('are all valid', () => {
    expect([...readPolicyPacks().keys()].toSorted()).toEqual(['guangdong-2023', 'guangzhou-2018']);
  });

  it('stop payment in July 2018 for whoever did not certify by 20 June', () => {
    const standing = decideStanding({
      policy: getPolicyPack('guangzhou-2018'),
      today: '2018-06-21',
      residence: 'local',
      deceased: false,
      benefits: [{ scheme: 'rural-to-urban', state: 'paid', since: '2010-05-01' }],
      certifiedOn: [],
      inReview: false,
    });
    expect(standing).toMatchObject({ state: 'overdue', dueOn: '2018-06-20', suspensionMonth: '2018-07' });
  });

  it('suspend from the thirteenth month after the month of certifying', () => {
    const policy = getPolicyPack('guangdong-2023');
    expect(findPeriodRow(policy, { scheme: 'resident', residence: 'abroad' })?.period.mode).toBe('rolling');
    const standing = decideStanding({
      policy,
      today: '2026-11-23',
      residence: 'local',
      deceased: false,
      benefits: [{ scheme: 'resident', state: 'paid', since: '2010-05-01' }],
      certifiedOn: ['2025-10-15'],
      inReview: false,
    });
    expect(standing).toMatchObject({ state: 'overdue', dueOn: '2026-10-31', suspensionMonth: '2026-11' });
  });

  it('always leave a way without a face, and come to the very old at home first', () => {
    const policy = getPolicyPack('guangdong-2023');
    const person = {
      policy,
      today: '2026-11-23',
      birthOn: '1940-01-01',
      schemes: ['resident'],
      unitManaged: false,
    } as const;
    const ways = (rest: { residence: 'local' | 'abroad' | 'macau'; faceReady: boolean; triesLeft: number }) =>
      decideWays({ ...person, ...rest }).map((each) => each.way);
    expect(ways({ residence: 'local', faceReady: true, triesLeft: 1 }).slice(0, 2)).toEqual([
      'remote-face',
      'home-visit',
    ]);
    expect(ways({ residence: 'local', faceReady: true, triesLeft: 0 })).not.toContain('remote-face');
    expect(ways({ residence: 'abroad', faceReady: false, triesLeft: 3 })).toEqual(['counter', 'abroad', 'call']);
    expect(ways({ residence: 'macau', faceReady: false, triesLeft: 3 })).toContain('abroad');
  });
});

describe('a faulty policy pack', () => {
  const good = copy(getPolicyPack('guangdong-2023'));

  it('is refused with the place of each error', () => {
    const bad = { ...good, tries: { ...(good['tries'] as object), max: 0, windowDays: 'x' } };
    expect(() => parsePolicyPack('guangdong-2023.json', bad)).toThrow(/tries\.max[\s\S]*tries\.windowDays/);
  });

  it('is refused for a key that nobody knows', () => {
    expect(() => parsePolicyPack('guangdong-2023.json', { ...good, graceDay: 3 })).toThrow(/graceDay/);
  });

  it('is refused under another name', () => {
    expect(() => parsePolicyPack('other.json', good)).toThrow(/id is guangdong-2023/);
  });

  it('is refused when a face would be the only way', () => {
    const ways = (good['ways'] as { way: string }[]).filter((row) => row.way === 'remote-face');
    expect(() => parsePolicyPack('guangdong-2023.json', { ...good, ways })).toThrow(/without a face/);
  });
});
