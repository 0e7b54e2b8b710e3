import { addDays, channels, schemes, toCertificateNumber } from '@anzai/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { issueCertificate, issueRevocationList } from './issue-certificate.ts';
import type { IssueCertificateInput } from './issue-certificate.ts';
import { parseKeySet, toJwks } from './key-set.ts';
import type { KeySet, PublishedKey } from './key-set.ts';
import { toVerifyUrl } from './qr-code.ts';
import { verifyRevocationList } from './revocation-list.ts';
import type { RevocationList } from './revocation-list.ts';
import { createSigningKey } from './signing-key.ts';
import type { SigningKey } from './signing-key.ts';
import { verifyBatch } from './verify-batch.ts';
import { verifyCode } from './verify-code.ts';

const key = createSigningKey(new Uint8Array(32).fill(7));
const otherKey = createSigningKey(new Uint8Array(32).fill(8));
const number = toCertificateNumber(2026, 1);
const otherNumber = toCertificateNumber(2026, 2);

function publish(signingKey: SigningKey, changes: Partial<PublishedKey> = {}): PublishedKey {
  const { keyId, publicKey } = signingKey;
  const life = { validFrom: '2026-01-01T00:00:00.000Z', validUntil: null, status: 'active' } as const;
  return { keyId, publicKey, ...life, ...changes };
}

const keys: KeySet = [publish(key)];
const now = '2026-07-01T00:00:00.000Z';
const options = { keys, revocations: null, now };

const claims: IssueCertificateInput['claims'] = {
  number,
  agency: '广州市社会保险基金管理中心',
  personName: '王秀英',
  documentMasked: '4401**********0017',
  schemes: ['urban-employee', 'work-injury'],
  certifiedOn: '2026-06-01',
  validUntil: '2027-06-01',
  channel: 'remote-face',
  issuedAt: '2026-06-01T02:03:04.000Z',
};

function issue(changes: Partial<IssueCertificateInput['claims']> = {}, signingKey: SigningKey = key): string {
  return issueCertificate({ claims: { ...claims, ...changes }, timeZone: 'Asia/Shanghai', key: signingKey });
}

function revoke(numbers: readonly string[], signingKey: SigningKey = key): string {
  return issueRevocationList({
    agency: claims.agency,
    issuedAt: '2026-06-30T00:00:00.000Z',
    nextUpdateAt: '2026-07-02T00:00:00.000Z',
    revoked: numbers.map((revokedNumber) => ({ number: revokedNumber, revokedOn: '2026-06-15' })),
    key: signingKey,
  });
}

function readList(text: string): RevocationList {
  const check = verifyRevocationList(text, { keys, now });
  if (check.outcome !== 'current') throw new Error(check.outcome);
  return check.list;
}

describe('verifyCode', () => {
  it('gives back what was certified', () => {
    const result = verifyCode(issue(), options);
    const expiresAt = '2027-06-01T16:00:00.000Z';
    const certificate = { ...claims, expiresAt };
    expect(result).toEqual({ outcome: 'valid', keyId: key.keyId, revocationsIssuedAt: null, certificate });
  });

  it('stays small enough for a QR code that an old phone can read', () => {
    expect(issue().length).toBeLessThan(340);
  });

  it('finds the code in a verify address and forgives line ends from copying', () => {
    const code = issue();
    expect(verifyCode(toVerifyUrl('https://anzai.example/', code), options).outcome).toBe('valid');
    expect(verifyCode(` ${code.slice(0, 90)}\r\n${code.slice(90)} `, options).outcome).toBe('valid');
  });

  it('holds to the end of its last day where the agency is', () => {
    expect(verifyCode(issue(), { ...options, now: '2027-06-01T15:59:59.999Z' }).outcome).toBe('valid');
    expect(verifyCode(issue(), { ...options, now: '2027-06-01T16:00:00.000Z' }).outcome).toBe('expired');
  });

  it('tells a revoked certificate, and since when', () => {
    const revocations = readList(revoke([number]));
    expect(verifyCode(issue(), { ...options, revocations })).toMatchObject({
      outcome: 'revoked',
      revokedOn: '2026-06-15',
    });
    const other = issue({ number: otherNumber });
    expect(verifyCode(other, { ...options, revocations })).toMatchObject({
      outcome: 'valid',
      revocationsIssuedAt: '2026-06-30T00:00:00.000Z',
    });
  });

  it('verifies what a retired key signed in its time, and nothing later', () => {
    const retired = [publish(key, { status: 'retired', validUntil: '2026-06-10T00:00:00.000Z' })];
    expect(verifyCode(issue(), { ...options, keys: retired }).outcome).toBe('valid');
    const late = issue({ issuedAt: '2026-06-11T00:00:00.000Z' });
    const refused = { outcome: 'unknown-key', keyId: key.keyId, reason: 'not-in-use-then' };
    expect(verifyCode(late, { ...options, keys: retired })).toEqual(refused);
  });

  it('believes nothing of a withdrawn key or one never published, and repeats no claim', () => {
    const withdrawn = [publish(key, { status: 'withdrawn' })];
    expect(verifyCode(issue(), { ...options, keys: withdrawn })).toMatchObject({ reason: 'withdrawn' });
    const result = verifyCode(issue({}, otherKey), options);
    expect(result).toEqual({ outcome: 'unknown-key', keyId: otherKey.keyId, reason: 'not-published' });
    expect(JSON.stringify(result)).not.toContain('王');
  });

  it('tells a forger who uses a published key id', () => {
    const forger: SigningKey = { ...otherKey, keyId: key.keyId, keyIdBytes: key.keyIdBytes };
    expect(verifyCode(issue({}, forger), options)).toEqual({ outcome: 'bad-signature', keyId: key.keyId });
  });

  it('does not take a revocation list for a certificate, nor the other way round', () => {
    const list = revoke([number]).replace('AZR1.', 'AZ1.');
    expect(verifyCode(list, options)).toEqual({ outcome: 'malformed' });
    expect(verifyRevocationList(issue().replace('AZ1.', 'AZR1.'), { keys, now })).toEqual({ outcome: 'malformed' });
  });

  it.each(['', 'AZ1.', 'AZ1.AAAA', 'AZ2.AAAA', 'hello', `AZ1.${'A'.repeat(3000)}`, '安在', 'AZ1.0oRDoQEnoPY='])(
    'calls %j malformed',
    (text) => {
      expect(verifyCode(text, options)).toEqual({ outcome: 'malformed' });
    },
  );

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.uint8Array().map((bytes) => `AZ1.${toBase64Url(bytes)}`),
        ),
        (text) => {
          expect(verifyCode(text, options).outcome).toBe('malformed');
        },
      ),
    );
  });
});

describe('a tampered code', () => {
  const code = issue();

  it('never verifies, whichever letter is another', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const anyLetter = fc.integer({ min: 4, max: code.length - 1 });
    fc.assert(
      fc.property(anyLetter, fc.constantFrom(...letters.split('')), (place, letter) => {
        fc.pre(code[place] !== letter);
        const tampered = code.slice(0, place) + letter + code.slice(place + 1);
        expect(['malformed', 'bad-signature', 'unknown-key']).toContain(verifyCode(tampered, options).outcome);
      }),
      { numRuns: 400 },
    );
  });

  it('never verifies, whichever byte has another bit, by either implementation', () => {
    const bytes = fromBase64Url(code.slice(4))!;
    for (let index = 0; index < bytes.length; index += 1) {
      const tampered = Uint8Array.from(bytes);
      tampered[index]! ^= 1 << (index % 8);
      const text = `AZ1.${toBase64Url(tampered)}`;
      expect(verifyCode(text, options)).not.toHaveProperty('certificate');
      expect(verifyBatch([text], options)[0]).not.toHaveProperty('certificate');
    }
  });

  it('never verifies when cut or lengthened', () => {
    for (let length = 0; length < code.length; length += 1) {
      expect(verifyCode(code.slice(0, length), options)).not.toHaveProperty('certificate');
    }
    expect(verifyCode(`${code}A`, options)).not.toHaveProperty('certificate');
    expect(verifyCode(`${code}AAAA`, options)).not.toHaveProperty('certificate');
  });
});

describe('issueCertificate', () => {
  it('carries any claims there and back', () => {
    const someClaims = fc.record({
      personName: fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).map((name) => name.normalize('NFC')),
      schemes: fc.uniqueArray(fc.constantFrom(...schemes)),
      channel: fc.constantFrom(...channels),
      days: fc.integer({ min: 0, max: 800 }),
    });
    fc.assert(
      fc.property(someClaims, ({ days, ...rest }) => {
        const changes = { ...rest, validUntil: addDays(claims.certifiedOn, days) };
        const code = issue(changes);
        const result = verifyCode(code, { ...options, now: '2026-06-01T03:00:00.000Z' });
        expect(result).toMatchObject({ outcome: 'valid', certificate: { ...claims, ...changes } });
        expect(code.length).toBeLessThan(2000);
      }),
      { numRuns: 200 },
    );
  });

  it('refuses a document number that is not masked, and an end before the beginning', () => {
    expect(() => issue({ documentMasked: '440102195806010017' })).toThrow(/masked/);
    expect(() => issue({ validUntil: '2026-05-31' })).toThrow(/end/);
    expect(() => issue({ number: 'AZ-2026-0000-0001-9' })).toThrow(/number/);
  });
});

describe('verifyBatch', () => {
  it('answers each code in its place, as verifyCode does', () => {
    const codes = [issue(), 'nonsense', issue({}, otherKey), issue({ number: otherNumber })];
    const revocations = readList(revoke([otherNumber]));
    const results = verifyBatch(codes, { ...options, revocations });
    expect(results.map((result) => result.outcome)).toEqual(['valid', 'malformed', 'unknown-key', 'revoked']);
    expect(results).toEqual(codes.map((code) => verifyCode(code, { ...options, revocations })));
  });

  it('takes a thousand and no more', () => {
    const codes = Array.from({ length: 1000 }, () => issue());
    expect(verifyBatch(codes, options).every((result) => result.outcome === 'valid')).toBe(true);
    expect(() => verifyBatch([...codes, ''], options)).toThrow(/1000/);
  });
});

describe('verifyRevocationList', () => {
  it('is current until the next one is due, and tells what it knows afterwards', () => {
    const list = revoke([number]);
    expect(verifyRevocationList(list, { keys, now }).outcome).toBe('current');
    const later = verifyRevocationList(list, { keys, now: '2026-07-02T00:00:00.000Z' });
    expect(later).toMatchObject({ outcome: 'outdated', list: { agency: claims.agency } });
  });

  it('carries many numbers', () => {
    const list = readList(revoke([number, otherNumber]));
    expect([...list.revoked.keys()].toSorted()).toEqual([number, otherNumber]);
  });

  it('tells one that was tampered with or signed by another', () => {
    const list = revoke([number]);
    const tampered = `${list.slice(0, -40)}${list.at(-40) === 'A' ? 'B' : 'A'}${list.slice(-39)}`;
    expect(verifyRevocationList(tampered, { keys, now }).outcome).toBe('bad-signature');
    expect(verifyRevocationList(revoke([number], otherKey), { keys, now }).outcome).toBe('unknown-key');
  });
});

describe('parseKeySet', () => {
  it('reads what toJwks publishes', () => {
    const published = [publish(key), publish(otherKey, { status: 'retired', validUntil: now })];
    expect(parseKeySet(JSON.parse(JSON.stringify(toJwks(published))))).toEqual(published);
  });

  it('passes over keys of other kinds and refuses what is no set', () => {
    const [good] = toJwks([publish(key)]).keys;
    const others = [
      { kty: 'EC' },
      { ...good, x: 'AAAA' },
      { ...good, 'anzai:status': 'new' },
      null,
      { ...good, kid: 3 },
    ];
    expect(parseKeySet({ keys: [...others, good] })).toEqual([publish(key)]);
    expect(() => parseKeySet([])).toThrow(/JWK Set/);
    expect(() => parseKeySet(null)).toThrow(/JWK Set/);
  });
});

describe('createSigningKey', () => {
  it('signs as RFC 8032 says, test 1', () => {
    const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
    const signingKey = createSigningKey(new Uint8Array(seed));
    expect(Buffer.from(signingKey.publicKey).toString('hex')).toBe(
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    );
    expect(Buffer.from(signingKey.sign(new Uint8Array(0))).toString('hex')).toBe(
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155' +
        '5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    );
  });
});
