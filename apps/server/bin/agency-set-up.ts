// The agency of a new installation, from a file like docs/agency.example.json:
//   npm run agency:set-up -- agency.json
import { readFile } from 'node:fs/promises';
import { AgencyFile, setUpAgency } from '../src/features/agency/index.ts';
import { transaction } from '../src/platform/db/transaction.ts';
import { runAsOperator } from './operator.ts';

async function readAgencyFile(path: string): Promise<AgencyFile | undefined> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(path, 'utf8'));
  } catch (fault) {
    console.error(`${path} can't be read: ${fault instanceof Error ? fault.message : String(fault)}`);
    return undefined;
  }
  const parsed = AgencyFile.safeParse(content);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) console.error(`${issue.path.join('.')}: ${issue.message}`);
  return undefined;
}

await runAsOperator(async (deps, args) => {
  const path = args.find((arg) => !arg.startsWith('--'));
  if (path === undefined) {
    console.error('Say which file: npm run agency:set-up -- agency.json');
    return false;
  }
  const file = await readAgencyFile(path);
  if (file === undefined) return false;
  const done = await transaction(deps, (tx) => setUpAgency(tx, file));
  if (!done.ok) {
    console.error('This installation has an agency already; nothing was changed.');
    return false;
  }
  console.log(`Set up ${file.name.en} with ${done.value.outlets} counters.`);
  return true;
});
