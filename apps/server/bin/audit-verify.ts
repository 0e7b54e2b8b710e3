// Recomputes the audit trail's hash chain. Keep the tail it prints elsewhere: entries cut off at the end show against it only.
//   npm run audit:verify [-- --tail <hash printed earlier>]
import { verifyChain } from '../src/platform/audit/verify-chain.ts';
import { runAsOperator } from './operator.ts';

await runAsOperator(async (deps, args) => {
  const expected = args[args.indexOf('--tail') + 1];
  const report = await verifyChain(deps);
  if (!report.intact) {
    console.error(
      `The audit trail is broken at entry ${report.brokenAt}; ${report.entries} entries before it are intact.`,
    );
    return false;
  }
  console.log(`The audit trail is intact: ${report.entries} entries, tail ${report.tailHash}`);
  if (!args.includes('--tail') || expected === undefined) return true;
  const known = await deps.db
    .selectFrom('auditEntry')
    .select('sequence')
    .where('hash', '=', Buffer.from(expected, 'hex'))
    .executeTakeFirst();
  if (known === undefined) console.error('The tail given is not in the trail: entries were cut off or replaced.');
  return known !== undefined;
});
