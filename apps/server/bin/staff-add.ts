// The first administrator of a new installation; further staff are added in the console.
//   echo "$PASSWORD" | npm run staff:add -- --login admin --name "…" [--role administrator]
import { text } from 'node:stream/consumers';
import { roles, type Role } from '@anzai/domain';
import { recordAudit } from '../src/platform/audit/record-audit.ts';
import { transaction } from '../src/platform/db/transaction.ts';
import { addStaff, hashPassword, isStrongPassword } from '../src/features/staff/index.ts';
import { runAsOperator } from './operator.ts';

function findFlag(args: readonly string[], name: string): string | undefined {
  const index = args.indexOf(`--${name}`);
  return index < 0 ? undefined : args[index + 1];
}

await runAsOperator(async (deps, args) => {
  const login = findFlag(args, 'login') ?? '';
  const name = findFlag(args, 'name') ?? login;
  const role = roles.find((each) => each === (findFlag(args, 'role') ?? 'administrator'));
  const password = (await text(process.stdin)).trim();
  if (!/^[a-z0-9._-]{3,60}$/.test(login) || role === undefined) {
    console.error(`--login must be 3 to 60 of a-z 0-9 . _ - and --role one of ${roles.join(', ')}`);
    return false;
  }
  if (!isStrongPassword(password, login)) {
    console.error(
      'The password (from standard input) needs at least twelve characters, not the login, nothing common.',
    );
    return false;
  }
  const passwordHash = await hashPassword(password);
  const id = deps.ids.uuid();
  const staff = { id, login, name, role: role satisfies Role, outletId: null, passwordHash, demonstration: false };
  return transaction(deps, async (tx) => {
    if (!(await addStaff(tx, staff))) {
      console.error('This login is taken.');
      return false;
    }
    const subject = { kind: 'staff', id };
    recordAudit(tx, { actor: { kind: 'system', id: null }, action: 'staff.created', subject, facts: { role } });
    console.log(`Added ${login}. At the first sign-in the authenticator is set up.`);
    return true;
  });
});
