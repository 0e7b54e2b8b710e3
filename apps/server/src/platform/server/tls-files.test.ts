import { X509Certificate } from 'node:crypto';
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderWelcome } from './render-welcome.ts';
import { listUrls } from './addresses.ts';
import { ensureTlsFiles } from './tls-files.ts';

describe('the self-made certificate', () => {
  it('is for the addresses of this machine, kept for the next start, and made anew for another network', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'anzai-tls-'));
    const first = await ensureTlsFiles(folder, ['127.0.0.1', '192.0.2.7']);
    const certificate = new X509Certificate(first.cert);
    expect(certificate.checkIP('192.0.2.7')).toBe('192.0.2.7');
    expect(certificate.checkHost('localhost')).toBe('localhost');
    expect(statSync(join(folder, 'tls-key.pem')).mode & 0o777).toBe(0o600);
    expect(await ensureTlsFiles(folder, ['192.0.2.7'])).toEqual(first);
    expect(await ensureTlsFiles(folder, ['198.51.100.1'])).not.toEqual(first);
  });
});

describe('what the terminal says', () => {
  const facts = { https: false, packTitle: 'P', packWarning: null, showsOutbox: false } as const;

  it('names the addresses, and accounts only of a demonstration', async () => {
    const urls = listUrls({ https: false, port: 8080, host: '127.0.0.1' });
    expect(urls).toEqual(['http://127.0.0.1:8080']);
    const plain = await renderWelcome({ ...facts, urls, accounts: null });
    expect(plain).toContain('http://127.0.0.1:8080/console/');
    expect(plain).not.toContain('Demonstration');
    const accounts = [{ title: '管理员', lines: ['boss'] }];
    expect(await renderWelcome({ ...facts, urls, accounts })).toContain('管理员');
  });
});
