import { createPublicKey, randomBytes, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { enqueueMessage } from '../outbox/enqueue-message.ts';
import { transaction } from '../db/transaction.ts';
import { openTestSite, type TestSite } from '../testing/open-test-site.ts';
import { EnvelopeError, openEnvelope, readKeyVersion, rewrapEnvelope, sealEnvelope } from './envelope.ts';
import { parseMasterKeys, type MasterKey } from './master-keys.ts';
import { openVault } from './open-vault.ts';
import { listKeyVersions, rewrapAll } from './rewrap.ts';
import { getSigningKey, listPublishedKeys, rotateSigningKey } from './signing-keys.ts';

const oldKey: MasterKey = { version: 1, key: randomBytes(32) };
const newKey: MasterKey = { version: 2, key: randomBytes(32) };

describe('an envelope', () => {
  it('opens to what was sealed, whatever it was', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), fc.string(), (plain, place) => {
        const sealed = sealEnvelope([oldKey], place, plain);
        expect(Buffer.compare(openEnvelope([oldKey], place, sealed), plain)).toBe(0);
      }),
      { numRuns: 50 },
    );
  });

  it('opens in no other place and with no bit changed', () => {
    const sealed = sealEnvelope([oldKey], 'here', Buffer.from('template'));
    expect(() => openEnvelope([oldKey], 'there', sealed)).toThrow('wrong place');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Uint8Array.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => openEnvelope([oldKey], 'here', changed)).toThrow(EnvelopeError);
    }
    expect(() => openEnvelope([oldKey], 'here', sealed.subarray(0, 20))).toThrow(EnvelopeError);
  });

  it('never looks the same twice, so that equal values cannot be told', () => {
    const seal = (): string => Buffer.from(sealEnvelope([oldKey], 'p', Buffer.from('same'))).toString('hex');
    expect(seal()).not.toBe(seal());
  });

  it('keeps its value when the master key is changed, and needs the old key no more', () => {
    const sealed = sealEnvelope([oldKey], 'p', Buffer.from('value'));
    const rewrapped = rewrapEnvelope([newKey, oldKey], sealed);
    expect(readKeyVersion(rewrapped)).toBe(2);
    expect(Buffer.from(openEnvelope([newKey], 'p', rewrapped)).toString()).toBe('value');
    expect(() => openEnvelope([oldKey], 'p', rewrapped)).toThrow('version 2');
  });
});

describe('master keys', () => {
  const text = oldKey.key.toString();
  const base64 = Buffer.from(oldKey.key).toString('base64');

  it('are read with versions, current first, or one without', () => {
    const parsed = parseMasterKeys(`# new one\n2:${Buffer.from(newKey.key).toString('base64')}\n1:${base64}\n`);
    expect(parsed.ok && parsed.value.map((key) => key.version)).toEqual([2, 1]);
    expect(parseMasterKeys(base64)).toMatchObject({ ok: true, value: [{ version: 1 }] });
  });

  it('are refused without being repeated', () => {
    for (const wrong of ['', 'short', `1:${base64},1:${base64}`, `x:${base64}`]) {
      const parsed = parseMasterKeys(wrong);
      expect(parsed.ok).toBe(false);
      expect(JSON.stringify(parsed)).not.toContain(text);
    }
  });
});

describe('the vault in the database', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await openTestSite({ config: { masterKeys: [oldKey] } });
  });
  beforeEach(() => site.reset());
  afterAll(() => site.close());

  it('hashes for look-up by purpose, and the same after a restart', async () => {
    const { deps } = site;
    const again = await openVault({ db: deps.db, clock: deps.clock, masterKeys: [oldKey] });
    const hash = deps.vault.lookupHash('document', '440106195001011234');
    expect(Buffer.compare(again.lookupHash('document', '440106195001011234'), hash)).toBe(0);
    expect(Buffer.compare(deps.vault.lookupHash('phone', '440106195001011234'), hash)).not.toBe(0);
  });

  it('refuses to start with a master key that did not make this database', async () => {
    const stranger = { version: 1, key: randomBytes(32) };
    const { db, clock } = site.deps;
    await expect(openVault({ db, clock, masterKeys: [stranger] })).rejects.toThrow('another master key');
  });

  it('signs with a key that is published, also after the next key has come', async () => {
    const { deps } = site;
    const first = await getSigningKey(deps);
    expect((await getSigningKey(deps)).id).toBe(first.id);
    const signature = sign(null, Buffer.from('text'), first.privateKey);
    const nextId = await rotateSigningKey(deps, { kind: 'system', id: null });
    expect((await getSigningKey(deps)).id).toBe(nextId);
    const published = await listPublishedKeys(deps);
    expect(published.map((key) => key.id).toSorted()).toEqual([first.id, nextId].toSorted());
    const old = published.find((key) => key.id === first.id);
    expect(old?.retiredAt).not.toBeNull();
    const key = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(old?.publicKey ?? []).toString('base64url') },
      format: 'jwk',
    });
    expect(verify(null, Buffer.from('text'), key, signature)).toBe(true);
  });

  it('moves every sealed value to the new master key and finds none left behind', async () => {
    const { deps } = site;
    await transaction(deps, async (tx) => {
      for (let count = 0; count < 450; count += 1) {
        await enqueueMessage(tx, { kind: 'test', to: '+8613800000000', text: `text ${count}` });
      }
    });
    const masterKeys = [newKey, oldKey];
    const reports = await rewrapAll(deps.db, masterKeys);
    expect(reports).toContainEqual({ column: 'outbox_message.text_sealed', rewrapped: 450 });
    expect(await listKeyVersions(deps.db)).toEqual([2]);
    expect((await rewrapAll(deps.db, masterKeys)).every((report) => report.rewrapped === 0)).toBe(true);
    const vault = await openVault({ db: deps.db, clock: deps.clock, masterKeys: [newKey] });
    const row = await deps.db.selectFrom('outboxMessage').select(['id', 'toSealed']).executeTakeFirstOrThrow();
    const place = { table: 'outbox_message', row: row.id, field: 'to' };
    expect(vault.openText(place, row.toSealed ?? new Uint8Array())).toBe('+8613800000000');
    await rewrapAll(deps.db, [oldKey, newKey]);
  });
});
