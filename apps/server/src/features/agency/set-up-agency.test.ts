import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { transaction } from '../../platform/db/transaction.ts';
import { openTestSite, type TestSite } from '../../platform/testing/open-test-site.ts';
import { AgencyFile, findAgency, listOutlets, setUpAgency } from './index.ts';

const examplePath = join(import.meta.dirname, '../../../../../docs/agency.example.json');
const example = AgencyFile.parse(JSON.parse(readFileSync(examplePath, 'utf8')));

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
beforeEach(() => site.reset());
afterAll(() => site.close());

describe('a new installation', () => {
  it('gets its agency and counters from the example of the guide', async () => {
    const done = await transaction(site.deps, (tx) => setUpAgency(tx, example));
    expect(done).toEqual({ ok: true, value: { outlets: 1 } });
    const agency = await findAgency(site.deps.db);
    expect(agency).toMatchObject({ policyId: 'guangdong-2023', demonstration: false });
    expect(await listOutlets(site.deps)).toHaveLength(1);
  });

  it('keeps the agency that is there', async () => {
    await transaction(site.deps, (tx) => setUpAgency(tx, example));
    const again = await transaction(site.deps, (tx) => setUpAgency(tx, { ...example, phone: '000' }));
    expect(again.ok).toBe(false);
    expect((await findAgency(site.deps.db))?.phone).toBe('12333');
  });

  it('names the path of each fault in the file', () => {
    const parsed = AgencyFile.safeParse({ ...example, name: { en: 'Only English' }, extra: 1 });
    expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toContain('name.zh-CN');
  });
});
