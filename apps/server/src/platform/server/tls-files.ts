import { X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import type { TlsFiles } from '../http/build-http.ts';

/** Browsers refuse certificates that are good for longer. */
const validDays = 397;
const dayMs = 24 * 3_600_000;

function findFiles(dataDir: string): TlsFiles | undefined {
  try {
    return {
      key: readFileSync(join(dataDir, 'tls-key.pem'), 'utf8'),
      cert: readFileSync(join(dataDir, 'tls-cert.pem'), 'utf8'),
    };
  } catch {
    return undefined;
  }
}

function isUsable(files: TlsFiles, addresses: readonly string[]): boolean {
  const certificate = new X509Certificate(files.cert);
  const isFresh = Date.parse(certificate.validTo) - Date.now() > 7 * dayMs;
  return isFresh && addresses.every((address) => certificate.checkIP(address) !== undefined);
}

async function makeFiles(addresses: readonly string[]): Promise<TlsFiles> {
  const names = [{ type: 2 as const, value: 'localhost' }, ...addresses.map((ip) => ({ type: 7 as const, ip }))];
  const made = await generate([{ name: 'commonName', value: 'Anzai, self-made' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + validDays * dayMs),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: names },
    ],
  });
  return { key: made.private, cert: made.cert };
}

/** A self-made certificate for these addresses, kept in the data folder until it nears its end or an address is new. */
export async function ensureTlsFiles(dataDir: string, addresses: readonly string[]): Promise<TlsFiles> {
  const present = findFiles(dataDir);
  if (present !== undefined && isUsable(present, addresses)) return present;
  const made = await makeFiles(addresses);
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(join(dataDir, 'tls-key.pem'), made.key, { mode: 0o600 });
  writeFileSync(join(dataDir, 'tls-cert.pem'), made.cert);
  return made;
}
