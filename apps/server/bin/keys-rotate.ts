// Wraps every data key by the current master key (the first of ANZAI_MASTER_KEY or ANZAI_KEY_FILE). To rotate: put the new
// key in front, restart the servers, run this, then take the old key out.
//   npm run keys:rotate [-- --signing]      --signing also makes a new key for certificates; the old ones stay published
import { listKeyVersions, rewrapAll } from '../src/platform/crypto/rewrap.ts';
import { rotateSigningKey } from '../src/platform/crypto/signing-keys.ts';
import { recordAudit } from '../src/platform/audit/record-audit.ts';
import { transaction } from '../src/platform/db/transaction.ts';
import { runAsOperator } from './operator.ts';

await runAsOperator(async (deps, args) => {
  const system = { kind: 'system', id: null } as const;
  const reports = await rewrapAll(deps.db, deps.config.masterKeys);
  for (const { column, rewrapped } of reports) console.log(`${String(rewrapped).padStart(8)}  ${column}`);
  const version = deps.config.masterKeys[0]?.version ?? 0;
  await transaction(deps, async (tx) => {
    const facts = { values: reports.reduce((sum, report) => sum + report.rewrapped, 0) };
    const subject = { kind: 'master-key', id: String(version) };
    recordAudit(tx, { actor: system, action: 'master-key.rewrapped', subject, facts });
  });
  if (args.includes('--signing')) console.log(`New signing key: ${await rotateSigningKey(deps, system)}`);
  const versions = await listKeyVersions(deps.db);
  console.log(`Everything is wrapped by master key ${versions.join(', ')}.`);
  return versions.every((each) => each === version);
});
