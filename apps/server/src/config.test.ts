import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const key = Buffer.alloc(32, 7).toString('base64');

function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'anzai-config-'));
}

describe('the configuration', () => {
  it('of a production server names every secret that is missing, at once', () => {
    const read = (): unknown => readConfig({ NODE_ENV: 'production', ANZAI_DATA: makeFolder() }, []);
    expect(read).toThrow(ConfigError);
    for (const name of [
      'ANZAI_MASTER_KEY',
      'ANZAI_KEY_FILE',
      'ANZAI_SESSION_SECRET',
      'ANZAI_SMS_WEBHOOK_URL',
      'ANZAI_SMS_WEBHOOK_TOKEN',
      'ANZAI_PUBLIC_URL',
    ]) {
      expect(read).toThrow(name);
    }
  });

  it('of a production server is complete with them', () => {
    const config = readConfig(
      {
        NODE_ENV: 'production',
        ANZAI_MASTER_KEY: `2:${Buffer.alloc(32, 1).toString('base64')},1:${key}`,
        ANZAI_SESSION_SECRET: key,
        ANZAI_SMS_WEBHOOK_URL: 'https://sms.example.org/send',
        ANZAI_SMS_WEBHOOK_TOKEN: 't',
        ANZAI_PUBLIC_URL: 'https://example.org/',
      },
      [],
    );
    expect(config).toMatchObject({ production: true, publicUrl: 'https://example.org', sms: { kind: 'webhook' } });
    expect(config.masterKeys.map((each) => each.version)).toEqual([2, 1]);
  });

  it('of a production server lets nobody sign in over an open line', () => {
    const env = {
      NODE_ENV: 'production',
      ANZAI_MASTER_KEY: key,
      ANZAI_SESSION_SECRET: key,
      ANZAI_SMS_WEBHOOK_URL: 'https://sms.example.org/send',
      ANZAI_SMS_WEBHOOK_TOKEN: 't',
    };
    expect(() => readConfig({ ...env, ANZAI_PUBLIC_URL: 'http://example.org' }, [])).toThrow('ANZAI_PUBLIC_URL');
    expect(readConfig({ ...env, ANZAI_PUBLIC_URL: 'http://127.0.0.1:8080' }, []).production).toBe(true);
  });

  it('of a developer’s server makes its secrets once, for its user’s eyes only', () => {
    const folder = makeFolder();
    const first = readConfig({ ANZAI_DATA: folder }, []);
    const second = readConfig({ ANZAI_DATA: folder }, ['--https']);
    expect(second.masterKeys).toEqual(first.masterKeys);
    expect(second.https).toBe(true);
    const path = join(folder, 'development-secrets.json');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8')).toContain(Buffer.from(first.sessionSecret).toString('base64'));
  });

  it('names the variable that cannot be used and never its value', () => {
    const read = (env: Record<string, string>): string => {
      try {
        readConfig({ ANZAI_DATA: makeFolder(), ...env }, []);
      } catch (fault) {
        return fault instanceof ConfigError ? fault.message : 'another fault';
      }
      return 'no fault';
    };
    expect(read({ PORT: '99999' })).toContain('PORT');
    expect(read({ ANZAI_TIME_ZONE: 'Mars/Olympus' })).toContain('ANZAI_TIME_ZONE');
    expect(read({ DATABASE_URL: 'mysql://x' })).toContain('DATABASE_URL');
    expect(read({ ANZAI_MASTER_KEY: 'hunter2' })).toMatch(/^(?!.*hunter2).*ANZAI_MASTER_KEY/s);
    expect(read({ ANZAI_SESSION_SECRET: 'hunter2' })).toMatch(/^(?!.*hunter2).*ANZAI_SESSION_SECRET/s);
  });
});
