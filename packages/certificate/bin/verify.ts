/**
 * Verifies certificates without asking the agency's server for any of them.
 *
 *   npm run certificate:verify -- --keys <file or URL> --revocations <file or URL> [--json] <code or file> …
 *
 * A file is text with one code a line, a certificate's PDF, or a picture of its QR code. Exit status: 0 all valid,
 * 1 some not, 2 could not verify.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BATCH_MAX, createNativeVerifier, verifyBatch } from '../src/verify-batch.ts';
import { parseKeySet, verifyRevocationList } from '../src/verify.ts';
import type { KeySet, RevocationList, Verification } from '../src/verify.ts';
import { loadSource, pickList } from '../src/verify-tool/load-source.ts';
import { readCodes } from '../src/verify-tool/read-codes.ts';
import { renderTable } from '../src/verify-tool/render-table.ts';

const USAGE = `npm run certificate:verify -- --keys <file or URL> --revocations <file or URL> [options] <code or file> …
  --json                 results as JSON
  --outdated-ok          accept a revocation list whose next one is due
  --without-revocations  verify signatures and dates only`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    keys: { type: 'string' },
    revocations: { type: 'string' },
    json: { type: 'boolean', default: false },
    'outdated-ok': { type: 'boolean', default: false },
    'without-revocations': { type: 'boolean', default: false },
  },
});

try {
  process.exitCode = await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function run(): Promise<number> {
  const isComplete = values.keys !== undefined && positionals.length > 0;
  if (!isComplete || (values.revocations === undefined && !values['without-revocations'])) {
    console.error(USAGE);
    return 2;
  }
  const now = new Date().toISOString();
  const keys = parseKeySet(JSON.parse(await loadSource(toPath(values.keys ?? ''))));
  const revocations =
    values.revocations === undefined ? null : await loadRevocations(values.revocations, { keys, now });
  const found = (await Promise.all(positionals.map(async (argument) => readCodes(toPath(argument))))).flat();
  const verifications: Verification[] = [];
  for (let start = 0; start < found.length; start += BATCH_MAX) {
    const codes = found.slice(start, start + BATCH_MAX).map(({ code }) => code);
    verifications.push(...verifyBatch(codes, { keys, revocations, now }));
  }
  const results = found.map(({ source }, index) => ({ source, verification: getAt(verifications, index) }));
  console.log(values.json ? JSON.stringify(results, null, 2) : renderTable(results));
  const isAllValid = results.length > 0 && results.every(({ verification }) => verification.outcome === 'valid');
  return isAllValid ? 0 : 1;
}

async function loadRevocations(
  source: string,
  options: { readonly keys: KeySet; readonly now: string },
): Promise<RevocationList> {
  const text = pickList(await loadSource(toPath(source)));
  const check = verifyRevocationList(text, { ...options, verifySignature: createNativeVerifier() });
  if (!('list' in check)) throw new Error(`The revocation list cannot be used: ${check.outcome}.`);
  if (check.outcome === 'outdated') {
    const message = `The revocation list is of ${check.list.issuedAt}; the next was due ${check.list.nextUpdateAt}.`;
    if (!values['outdated-ok']) throw new Error(`${message} Fetch a new one, or accept it with --outdated-ok.`);
    console.error(message);
  }
  return check.list;
}

/** npm runs this in the product's folder; paths are meant from where the caller stands. Codes and addresses stay. */
function toPath(argument: string): string {
  const isPath = !/AZ1\.|^https?:\/\//.test(argument);
  return isPath ? resolve(process.env['INIT_CWD'] ?? process.cwd(), argument) : argument;
}

function getAt(verifications: readonly Verification[], index: number): Verification {
  const verification = verifications[index];
  if (!verification) throw new Error('a result is missing');
  return verification;
}
