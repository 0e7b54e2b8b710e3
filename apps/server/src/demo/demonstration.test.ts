// The whole demonstration on a real database, made once for all tests: some 300 commands, hence several seconds. What it
// holds must be true at the counter and on certificates.
import { verifyBatch } from '@anzai/certificate';
import { decideStanding, parseDocumentNumber, schemes, type Standing } from '@anzai/domain';
import type { FaceEngine } from '@anzai/face';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getPolicyPack } from '../features/agency/index.ts';
import { listKeySet } from '../features/certificate/signing.ts';
import { listStandings } from '../features/certification/index.ts';
import { listPersonRows, type Person } from '../features/people/index.ts';
import { findStep } from '../features/staff/second-factor.ts';
import { isPassword, isStrongPassword } from '../features/staff/password.ts';
import { verifyChain } from '../platform/audit/verify-chain.ts';
import { createFakeEngine } from '../platform/testing/fake-engine.ts';
import { openTestSite, type TestSite } from '../platform/testing/open-test-site.ts';
import { describeDemonstration, ensureDemonstration, makeDemonstrationData, staffAccounts } from './index.ts';
import { planDemonstration } from './plan-demonstration.ts';

const policy = getPolicyPack('guangdong-2023');
const embedder = { id: 'fake', version: '1' };
const meta = { model: 'fake', version: '1' };

/** Three faces in every photograph; each picture gives its own vector, and one found before is like itself only. */
function createPortraitEngine(): FaceEngine {
  let count = 0;
  const box = (x: number) => ({
    box: { x, y: 300, width: 200, height: 200 },
    score: 1,
    points: [0, 1, 2, 3, 4].map(() => ({ x, y: 300 })) as never,
  });
  return createFakeEngine({
    detect: async () => ({
      ...meta,
      outcome: 'several',
      faces: [200, 800, 1400].map(box),
      imageWidth: 1920,
      imageHeight: 1350,
    }),
    extractTemplate: async () => {
      count += 1;
      const vector = new Float32Array(16).map((_, index) => (index === (count - 1) % 9 ? 1 : 0));
      return { ...meta, outcome: 'extracted', quality: 80, template: { embedder, vector, frames: 1 } };
    },
    assessQuality: async () => ({ ...meta, outcome: 'good', score: 80, threshold: 50, components: [] }),
    identify: async ({ probe, gallery }) =>
      gallery
        .filter(({ template }) => template.vector.every((value, index) => value === probe.vector[index]))
        .map(({ id }) => ({ id, score: 1 })),
  });
}

let site: TestSite;
let people: readonly Person[];
let standings: ReadonlyMap<string, Standing>;

beforeAll(async () => {
  site = await openTestSite({ engine: createPortraitEngine() });
  await makeDemonstrationData(site.deps);
  const rows = await site.deps.db.selectFrom('person').select('id').execute();
  people = await listPersonRows(
    site.deps.db,
    rows.map((row) => row.id),
  );
  standings = await listStandings(site.deps, people);
}, 240_000);
afterAll(() => site.close());

async function count(
  table: 'person' | 'staff' | 'certification' | 'certificate' | 'enrolment' | 'outlet' | 'reviewCase',
) {
  const row = await site.deps.db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

describe('the demonstration', () => {
  it('has three hundred people over the six schemes, of whom some are certified, some due and some overdue', async () => {
    expect(people).toHaveLength(300);
    const benefits = await site.deps.db.selectFrom('benefit').select('scheme').distinct().execute();
    expect(benefits.map((row) => row.scheme).toSorted()).toEqual([...schemes].toSorted());
    const states = [...standings.values()].map((standing) => standing.state);
    const countOf = (state: string): number => states.filter((each) => each === state).length;
    expect(['certified', 'due', 'overdue', 'not-subject'].map(countOf)).toEqual([172, 88, 35, 5]);
  });

  it('keeps one person for the tour, due soon and without a face', async () => {
    const tour = people.find((person) => person.name === '王秀英');
    const standing = standings.get(tour?.id ?? '');
    expect(standing?.state).toBe('due');
    expect(standing?.daysLeft).toBeLessThanOrEqual(61);
    const enrolled = await site.deps.db.selectFrom('enrolment').select('personId').execute();
    expect(enrolled.map((row) => row.personId)).not.toContain(tour?.id);
  });

  it('records nine faces with consent and sighting, one of them withdrawn, and one that is like another', async () => {
    const enrolments = await site.deps.db.selectFrom('enrolment').selectAll().execute();
    expect(enrolments).toHaveLength(10);
    expect(enrolments.every((row) => row.sightingId !== null)).toBe(true);
    const withdrawn = enrolments.filter((row) => row.state === 'withdrawn');
    expect(withdrawn.map((row) => [row.templateSealed, row.pictureSealed])).toEqual([[null, null]]);
    const kinds = await site.deps.db.selectFrom('reviewCase').select('kind').execute();
    expect(kinds.map((row) => row.kind).toSorted()).toEqual(['duplicate-face', ...Array(5).fill('way-chosen')]);
  });

  it('issues certificates that verify with the published keys', async () => {
    const certificates = await site.deps.db.selectFrom('certificate').select('code').execute();
    expect(certificates).toHaveLength(await count('certification'));
    const keys = await listKeySet(site.deps);
    const codes = certificates.map((row) => row.code);
    const outcomes = verifyBatch(codes, { keys, revocations: null, now: site.clock.now() }).map((each) => each.outcome);
    expect(new Set(outcomes)).toEqual(new Set(['valid', 'expired']));
    expect(outcomes.filter((outcome) => outcome === 'valid').length).toBeGreaterThan(230);
  });

  it('leaves an audit trail whose chain holds, in the order of time', async () => {
    expect(await verifyChain(site.deps)).toMatchObject({ intact: true });
    const entries = await site.deps.db.selectFrom('auditEntry').select(['at', 'action']).orderBy('sequence').execute();
    const times = entries.map((entry) => entry.at);
    expect(times).toEqual(times.toSorted());
    expect(entries.at(-1)?.action).toBe('demonstration.made');
  });

  it('sends nobody a message', async () => {
    expect(await site.messages()).toEqual([]);
  });

  it('is not made a second time', async () => {
    expect(await makeDemonstrationData(site.deps)).toBe(false);
    expect(await count('person')).toBe(300);
    expect((await ensureDemonstration(site.deps))?.accounts).toHaveLength(staffAccounts.length + 1);
  });

  it('lets in every role with a strong password and the figures it tells', async () => {
    const now = site.clock.now();
    const told = describeDemonstration(now).accounts.flatMap((account) => account.lines);
    const rows = await site.deps.db.selectFrom('staff').selectAll().where('totpSealed', 'is not', null).execute();
    expect(new Set(rows.map((row) => row.role))).toEqual(
      new Set(['clerk', 'reviewer', 'manager', 'auditor', 'administrator']),
    );
    for (const account of staffAccounts) {
      const row = rows.find((each) => each.login === account.login);
      expect(row?.demonstration).toBe(true);
      expect(await isPassword(account.password, row?.passwordHash)).toBe(true);
      expect(isStrongPassword(account.password, account.login)).toBe(true);
      const line = told.find((each) => each.startsWith(`${account.login} `)) ?? '';
      const code = /(\d{6})$/.exec(line)?.[1] ?? '';
      expect(findStep({ secret: account.totpSecret, code, now, lastStep: null })).toBeDefined();
    }
  });
});

describe('in production the demonstration', () => {
  it('is refused, made or not', async () => {
    const deps = { ...site.deps, config: { ...site.deps.config, production: true } };
    await expect(makeDemonstrationData(deps)).rejects.toThrow(/never made on a production server/);
    await expect(ensureDemonstration(deps)).rejects.toThrow(/production/);
  });
});

describe('the plan', () => {
  const plan = planDemonstration(policy, '2026-11-23');

  it('is the same at every start of a day', () => {
    expect(planDemonstration(policy, '2026-11-23')).toEqual(plan);
  });

  it.each(['2025-01-01', '2026-02-28', '2026-07-01', '2028-02-29', '2026-12-31', '2027-03-31'])(
    'has people of every standing on %s',
    (today) => {
      const planned = planDemonstration(policy, today);
      const days = planned.flatMap((person) => person.certifiedOn);
      expect(days.every((day) => day < today)).toBe(true);
      expect(
        planned.every((person) =>
          person.benefits.every((benefit) => benefit.since <= (person.certifiedOn[0] ?? today)),
        ),
      ).toBe(true);
      const standing = standingsOf(planned, today);
      expect([standing.get('certified'), standing.get('overdue'), standing.get('not-subject')]).toEqual([172, 35, 5]);
      expect(standing.get('due')).toBe(88);
    },
  );

  it('gives everybody numbers that are valid and that no authority has given out', () => {
    const numbers = plan.flatMap((person) => person.documents.map((document) => ({ person, ...document })));
    for (const { kind, number, person } of numbers) {
      const parsed = parseDocumentNumber(kind, number);
      expect(parsed.ok, `${kind} ${number}`).toBe(true);
      if (!parsed.ok || parsed.value.birthOn === null) continue;
      expect(parsed.value.birthOn).toBe(person.birthOn);
      expect(parsed.value.sex).toBe(person.sex);
    }
    const fictitious =
      /^(440199\d{11}[\dX]|8[123]0000\d{8}99\d[\dX]|[HM]99999\d{3}|99999\d{3}|EZ9999\d{3}|UTO(\d{6}|\d{12}))$/;
    expect(numbers.filter(({ number }) => !fictitious.test(number))).toEqual([]);
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(numbers.length);
    expect(new Set(numbers.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(7);
  });
});

function standingsOf(planned: ReturnType<typeof planDemonstration>, today: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { residence, life, benefits, certifiedOn } of planned) {
    const deceased = life === 'deceased';
    const { state } = decideStanding({ policy, today, residence, deceased, benefits, certifiedOn, inReview: false });
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return counts;
}
