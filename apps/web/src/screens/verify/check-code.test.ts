import { createSigningKey, issueCertificate, issueRevocationList, toJwks } from '@anzai/certificate';
import { toCertificateNumber } from '@anzai/domain';
import { describe, expect, it } from 'vitest';
import { checkCode, findCodeInHash } from './check-code.ts';
import { loadTrust } from './trust-store.ts';
import type { Trust, TrustSource } from './trust-store.ts';

const key = createSigningKey(new Uint8Array(32).fill(1));
const stranger = createSigningKey(new Uint8Array(32).fill(2));
const now = '2026-11-23T08:00:00.000Z';
const published = {
  keyId: key.keyId,
  publicKey: key.publicKey,
  validFrom: '2026-01-01T00:00:00.000Z',
  validUntil: null,
};
const jwks = toJwks([{ ...published, status: 'active' }]);

function issue(serial: number, change: { readonly validUntil?: string; readonly by?: typeof key } = {}): string {
  return issueCertificate({
    claims: {
      number: toCertificateNumber(2026, serial),
      agency: '广州市社会保险基金管理中心',
      personName: '王秀英',
      documentMasked: '4401**********0028',
      schemes: ['urban-employee'],
      certifiedOn: '2026-05-20',
      validUntil: change.validUntil ?? '2027-05-31',
      channel: 'remote-face',
      issuedAt: '2026-05-20T03:00:00.000Z',
    },
    timeZone: 'Asia/Shanghai',
    key: change.by ?? key,
  });
}

const list = issueRevocationList({
  agency: '广州市社会保险基金管理中心',
  issuedAt: '2026-11-22T00:00:00.000Z',
  nextUpdateAt: '2026-11-29T00:00:00.000Z',
  revoked: [{ number: toCertificateNumber(2026, 3), revokedOn: '2026-11-21' }],
  key,
});

/** A network with these answers by path, and what earlier visits kept. */
function makeSource(answers: Readonly<Record<string, unknown>>, kept = new Map<string, Response>()): TrustSource {
  return {
    now: () => now,
    fetch: async (input) => {
      const path = input as string;
      if (!(path in answers)) throw new TypeError('no network');
      return Response.json(answers[path]);
    },
    kept: {
      match: async (path) => kept.get(path as string)?.clone(),
      put: async (path, response) => void kept.set(path as string, response),
    },
  };
}

const online = { '/.well-known/anzai/keys.json': jwks, '/.well-known/anzai/revocations.json': { list } };

async function trust(): Promise<Trust> {
  const loaded = await loadTrust(makeSource(online));
  if (loaded === null) throw new Error('nothing was published');
  return loaded;
}

describe('checkCode', () => {
  it('tells the valid, the expired and the revoked, with what they say', async () => {
    const known = await trust();
    expect(checkCode(issue(1), known, now)).toMatchObject({ kind: 'valid', certificate: { personName: '王秀英' } });
    expect(checkCode(issue(2, { validUntil: '2026-10-31' }), known, now).kind).toBe('expired');
    expect(checkCode(issue(3), known, now)).toMatchObject({ kind: 'revoked', revokedOn: '2026-11-21' });
  });

  it('shows nothing of a code that was altered, signed by a stranger, or is none', async () => {
    const known = await trust();
    const code = issue(1);
    const altered = code.slice(0, -5) + (code.at(-5) === 'A' ? 'B' : 'A') + code.slice(-4);
    expect(checkCode(altered, known, now)).toEqual({ kind: 'forged' });
    expect(checkCode(issue(1, { by: stranger }), known, now)).toEqual({ kind: 'unknownKey' });
    expect(checkCode('https://elsewhere.example', known, now)).toEqual({ kind: 'malformed' });
  });

  it('believes nothing that a withdrawn key signed', async () => {
    const withdrawn = { ...online, '/.well-known/anzai/keys.json': toJwks([{ ...published, status: 'withdrawn' }]) };
    expect(checkCode(issue(1), await loadTrust(makeSource(withdrawn)), now)).toEqual({ kind: 'withdrawnKey' });
  });

  it('says that it cannot tell when there are no keys', () => {
    expect(checkCode(issue(1), null, now)).toEqual({ kind: 'noKeys' });
  });
});

describe('loadTrust', () => {
  it('works without a network from what an earlier visit kept', async () => {
    const kept = new Map<string, Response>();
    await loadTrust(makeSource(online, kept));
    const offline = await loadTrust(makeSource({}, kept));
    expect(checkCode(issue(3), offline, now).kind).toBe('revoked');
  });

  it('has nothing on a first visit without a network', async () => {
    expect(await loadTrust(makeSource({}))).toBeNull();
  });

  it('does without a list of revocations that a stranger signed', async () => {
    const forged = issueRevocationList({
      agency: 'x',
      issuedAt: '2026-11-22T00:00:00.000Z',
      nextUpdateAt: '2026-11-29T00:00:00.000Z',
      revoked: [],
      key: stranger,
    });
    const known = await loadTrust(makeSource({ ...online, '/.well-known/anzai/revocations.json': { list: forged } }));
    expect(known).toMatchObject({ revocations: null, outdated: false });
  });

  it('says when a newer list must be out by now', async () => {
    const late = { ...makeSource(online), now: () => '2026-12-05T00:00:00.000Z' };
    expect(await loadTrust(late)).toMatchObject({ outdated: true });
  });
});

describe('findCodeInHash', () => {
  it('takes the fragment only when it is a code', () => {
    expect(findCodeInHash('#AZ1.abc')).toBe('AZ1.abc');
    expect(findCodeInHash('#top')).toBeNull();
    expect(findCodeInHash('')).toBeNull();
  });
});
