import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { toCertificateNumber } from '@anzai/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeClaims, issueCertificate, issueRevocationList } from '../issue-certificate.ts';
import { toJwks } from '../key-set.ts';
import { renderCertificatePdf } from '../pdf/render-certificate-pdf.ts';
import { renderQrPng, toVerifyUrl } from '../qr-code.ts';
import { createSigningKey } from '../signing-key.ts';
import { renderTable } from './render-table.ts';

const key = createSigningKey(new Uint8Array(32).fill(7));
const timeZone = 'Asia/Shanghai';
const tool = resolve(import.meta.dirname, '../../bin/verify.ts');

/** The tool asks the machine for the time: what it verifies here is valid for as long as this test will be run. */
const claims = {
  number: toCertificateNumber(2026, 1),
  agency: '广州市社会保险基金管理中心',
  personName: '王秀英',
  documentMasked: '4401**********0017',
  schemes: ['urban-employee'],
  certifiedOn: '2026-06-01',
  validUntil: '2999-06-01',
  channel: 'remote-face',
  issuedAt: '2026-06-01T02:03:04.000Z',
} as const;
const good = issueCertificate({ claims, timeZone, key });
const revoked = issueCertificate({ claims: { ...claims, number: toCertificateNumber(2026, 2) }, timeZone, key });

let folder = '';

function issueList(nextUpdateAt: string): string {
  const entry = { number: toCertificateNumber(2026, 2), revokedOn: '2026-07-01' };
  return issueRevocationList({
    agency: claims.agency,
    issuedAt: '2026-07-01T00:00:00.000Z',
    nextUpdateAt,
    revoked: [entry],
    key,
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anzai-verify-'));
  const life = { validFrom: '2026-01-01T00:00:00.000Z', validUntil: null, status: 'active' } as const;
  await writeFile(join(folder, 'keys.json'), JSON.stringify(toJwks([{ ...key, ...life }])));
  await writeFile(join(folder, 'list.json'), JSON.stringify({ list: issueList('2999-01-01T00:00:00.000Z') }));
  await writeFile(join(folder, 'old.txt'), issueList('2026-07-02T00:00:00.000Z'));
  const qrText = toVerifyUrl('https://renzheng.example.cn', good);
  await writeFile(join(folder, 'qr.png'), await renderQrPng(qrText));
  const agency = { name: claims.agency, address: '越秀区', hours: '9:00', phone: '020-12345678' };
  const certificate = completeClaims(claims, timeZone);
  const pdf = await renderCertificatePdf({ certificate, locale: 'zh-CN', agency, qrText });
  await writeFile(join(folder, 'certificate.pdf'), pdf);
  await writeFile(join(folder, 'codes.txt'), `${good}\n\n${revoked}\nnonsense\n`);
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** Runs the tool as an operator would, from the folder of the files. */
async function run(...args: string[]): Promise<{ status: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [tool, ...args], { cwd: folder, env: { ...process.env, INIT_CWD: folder } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const status = await new Promise<number | null>((done) => child.on('close', done));
  return { status, out, err };
}

const known = ['--keys', 'keys.json', '--revocations', 'list.json'];

describe('certificate:verify', () => {
  it('finds the code in an argument, a picture and a PDF, and ends with 0 when all are valid', async () => {
    const { status, out } = await run(...known, good, 'qr.png', 'certificate.pdf');
    expect(out.match(/^valid +AZ-2026-0000-0001-\d +王秀英/gm)).toHaveLength(3);
    expect(status).toBe(0);
  });

  it('names each line of a file that is not valid and ends with 1', async () => {
    const { status, out } = await run(...known, '--json', 'codes.txt');
    const results = JSON.parse(out) as { source: string; verification: { outcome: string } }[];
    expect(results.map((result) => result.verification.outcome)).toEqual(['valid', 'revoked', 'malformed']);
    expect(results[2]!.source).toMatch(/codes\.txt:4$/);
    expect(status).toBe(1);
  });

  it('does not go by an outdated revocation list unless told to', async () => {
    const outdated = ['--keys', 'keys.json', '--revocations', 'old.txt'];
    expect(await run(...outdated, good)).toMatchObject({ status: 2, out: '' });
    const accepted = await run(...outdated, '--outdated-ok', good);
    expect(accepted.status).toBe(0);
    expect(accepted.err).toContain('2026-07-02');
  });

  it('says how it is used when something is missing', async () => {
    expect(await run(good)).toMatchObject({ status: 2, out: '' });
    expect((await run('--keys', 'keys.json', good)).err).toContain('--revocations');
  });
});

describe('renderTable', () => {
  it('keeps columns straight under Chinese names', () => {
    const certificate = completeClaims(claims, timeZone);
    const verification = { outcome: 'valid', certificate, keyId: 'k', revocationsIssuedAt: null } as const;
    const malformed = { outcome: 'malformed' } as const;
    const lines = renderTable([
      { source: 'a', verification },
      { source: 'b', verification: malformed },
    ]).split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain('王秀英  4401**********0017');
    expect(lines[0]!.indexOf('name')).toBe(lines[1]!.indexOf('王秀英'));
    // Three wide characters stand before it, which count one each here and two on a terminal.
    expect(lines[0]!.indexOf('document')).toBe(lines[1]!.indexOf('4401') + 3);
    expect(lines[2]).toMatch(/^malformed .* b$/);
  });
});
