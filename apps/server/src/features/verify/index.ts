/**
 * Verifying certificates: published keys, the signed revocation list, and many codes at once for a bank.
 * Called by anyone, over the wire only. State: none.
 */
import { issueRevocationList, verifyBatch, verifyRevocationList, type Verification } from '@anzai/certificate';
import { verify } from '@anzai/contract';
import { addMs, ok, toPlainDate } from '@anzai/domain';
import type { z } from 'zod';
import type { Context } from '../../platform/deps.ts';
import { bind, type Host } from '../../platform/http/host.ts';
import { getAgencyRow, getPolicy } from '../agency/index.ts';
import { getCertificateKey, listKeySet, listRevoked, renderJwks } from '../certificate/index.ts';

/** Banks fetch it daily; a list older than this is called outdated. */
const listLifeMs = 36 * 3_600_000;

type VerifyResult = z.infer<typeof verify.VerifyResult>;

export async function renderRevocationList(context: Context): Promise<string> {
  const now = context.clock.now();
  const { timeZone } = await getPolicy(context);
  const revoked = (await listRevoked(context.db)).flatMap((row) =>
    row.revokedAt === null ? [] : [{ number: row.number, revokedOn: toPlainDate(row.revokedAt, timeZone) }],
  );
  return issueRevocationList({
    agency: (await getAgencyRow(context)).name['zh-CN'],
    issuedAt: now,
    nextUpdateAt: addMs(now, listLifeMs),
    revoked,
    key: await getCertificateKey(context),
  });
}

const nothingKnown = {
  number: null,
  name: null,
  documentMasked: null,
  certifiedOn: null,
  validUntil: null,
  channel: null,
} as const;

function toResult(code: string, verification: Verification): VerifyResult {
  const { outcome } = verification;
  if (!('certificate' in verification)) return { code, outcome, ...nothingKnown };
  const { number, personName: name, documentMasked, certifiedOn, validUntil, channel } = verification.certificate;
  return { code, outcome, number, name, documentMasked, certifiedOn, validUntil, channel };
}

/** What is told of a code stands in the code itself, under its signature; the database is asked for revocations only. */
export async function verifyCodes(context: Context, codes: readonly string[]): Promise<VerifyResult[]> {
  const now = context.clock.now();
  const keys = await listKeySet(context);
  const checked = verifyRevocationList(await renderRevocationList(context), { keys, now });
  const revocations = 'list' in checked ? checked.list : null;
  const verifications = verifyBatch(codes, { keys, revocations, now });
  return codes.map((code, index) => toResult(code, verifications[index] ?? { outcome: 'malformed' }));
}

export function registerVerify(host: Host): void {
  bind(host, verify.getKeys, async (deps) => {
    const { keys } = await renderJwks(deps);
    return ok({ keys: keys.map((key) => ({ ...key, kid: String(key['kid']) })) });
  });
  bind(host, verify.getRevocations, async (deps) => ok({ list: await renderRevocationList(deps) }));
  bind(host, verify.verifyCertificates, async (deps, call) =>
    ok({ results: await verifyCodes(deps, call.body.codes) }),
  );
}
