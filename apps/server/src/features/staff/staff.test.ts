import { randomUUID } from 'node:crypto';
import { counter, staff, type Endpoint } from '@anzai/contract';
import { permissionsByRole, roles, type Role } from '@anzai/domain';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { transaction } from '../../platform/db/transaction.ts';
import { listEndpoints } from '../../platform/http/list-endpoints.ts';
import { bind } from '../../platform/http/host.ts';
import { buildTestApp, openTestSite, type TestSite } from '../../platform/testing/open-test-site.ts';
import { TestBrowser } from '../../platform/testing/test-browser.ts';
import { registerAudit } from '../audit/index.ts';
import { addStaff, registerStaff } from './index.ts';
import { hashPassword } from './password.ts';
import { toCode } from './second-factor.ts';

const password = 'correct horse 7 battery';
const totpSecret = 'KNWOX5PY7TJ4CZGFVWZDB4UBCTMGMXW4';

let site: TestSite;
let app: Awaited<ReturnType<typeof buildTestApp>>;
let passwordHash: string;

beforeAll(async () => {
  site = await openTestSite();
  app = await buildTestApp(site, [registerStaff, registerAudit]);
  passwordHash = await hashPassword(password);
});
beforeEach(async () => {
  await site.reset();
  site.clock.set('2026-11-23T01:00:00.000Z');
});
afterAll(async () => {
  await app.close();
  await site.close();
});

type Seed = { login?: string; role?: Role; secret?: string | undefined; demonstration?: boolean };

async function seed({ login = 'li.na', role = 'administrator', ...rest }: Seed = {}): Promise<string> {
  const id = randomUUID();
  const secret = 'secret' in rest ? rest.secret : totpSecret;
  const row = {
    id,
    login,
    name: '李娜',
    role,
    outletId: null,
    passwordHash,
    demonstration: rest.demonstration ?? false,
  };
  await transaction(site.deps, (tx) => addStaff(tx, row, secret));
  return id;
}

async function openBrowser(): Promise<TestBrowser> {
  const browser = new TestBrowser(app);
  await browser.open(staff.getStaffSession);
  return browser;
}

async function signIn(login = 'li.na'): Promise<TestBrowser> {
  const browser = await openBrowser();
  await browser.call(staff.staffSignIn, { body: { login, password } });
  await browser.call(staff.showSecondFactor, { body: { code: toCode(totpSecret, site.clock.now()) } });
  site.clock.advance(30_000);
  return browser;
}

async function listActions(): Promise<readonly string[]> {
  const rows = await site.deps.db.selectFrom('auditEntry').select('action').orderBy('sequence').execute();
  return rows.map((row) => row.action);
}

describe('signing in', () => {
  it('takes password and authenticator, and gives the session a new token at the second step', async () => {
    await seed();
    const browser = await openBrowser();
    const first = await browser.call(staff.staffSignIn, { body: { login: 'li.na', password } });
    expect(first.body).toMatchObject({ signedIn: false, pending: 'second-factor', staff: null });
    const firstToken = browser.cookies.get('anzai-staff');
    const second = await browser.call(staff.showSecondFactor, {
      body: { code: toCode(totpSecret, site.clock.now()) },
    });
    expect(second.body).toMatchObject({ signedIn: true, pending: 'none', staff: { login: 'li.na' } });
    expect(browser.cookies.get('anzai-staff')).not.toBe(firstToken);
    expect(await listActions()).toEqual(['staff.signed-in']);
  });

  it('answers a wrong password and an unknown login alike', async () => {
    await seed();
    const browser = await openBrowser();
    const wrong = await browser.call(staff.staffSignIn, { body: { login: 'li.na', password: 'x' } });
    const unknown = await browser.call(staff.staffSignIn, { body: { login: 'nobody', password: 'x' } });
    expect(wrong.body).toMatchObject({ code: 'staff.credentials_wrong', facts: {} });
    expect(unknown.body).toMatchObject({ code: 'staff.credentials_wrong', facts: {} });
  });

  it('locks a login after five wrong passwords, longer each time, and lets the right one in afterwards', async () => {
    await seed();
    const browser = await openBrowser();
    const guess = () => browser.call(staff.staffSignIn, { body: { login: 'li.na', password: 'wrong' } });
    for (let count = 0; count < 5; count += 1) expect((await guess()).body).toMatchObject({ status: 422 });
    expect((await guess()).body).toMatchObject({ code: 'staff.locked', facts: { retryAfterSeconds: 30 } });
    const right = await browser.call(staff.staffSignIn, { body: { login: 'li.na', password } });
    expect(right.body).toMatchObject({ code: 'staff.locked' });
    site.clock.advance(31_000);
    await guess();
    expect((await guess()).body).toMatchObject({ code: 'staff.locked', facts: { retryAfterSeconds: 60 } });
    site.clock.advance(61_000);
    expect((await browser.call(staff.staffSignIn, { body: { login: 'li.na', password } })).status).toBe(200);
  });

  it('counts twenty guesses at once as twenty', async () => {
    await seed();
    const browser = await openBrowser();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        browser.call(staff.staffSignIn, { body: { login: 'li.na', password: 'wrong' } }),
      ),
    );
    const wrong = answers.filter((answer) => answer.status === 422);
    expect(wrong.length).toBe(5);
  });

  it('demands that an authenticator is set up at the first sign-in, and keeps the secret sealed', async () => {
    await seed({ secret: undefined });
    const browser = await openBrowser();
    const first = await browser.call(staff.staffSignIn, { body: { login: 'li.na', password } });
    expect(first.body).toMatchObject({ pending: 'second-factor-setup' });
    const begun = await browser.call(staff.beginSecondFactor);
    const { secret, otpauthUrl } = begun.body as { secret: string; otpauthUrl: string };
    expect(otpauthUrl).toContain(`secret=${secret}`);
    const row = await site.deps.db.selectFrom('staff').select('totpSealed').executeTakeFirstOrThrow();
    expect(Buffer.from(row.totpSealed ?? []).toString('latin1')).not.toContain(secret);
    const shown = await browser.call(staff.showSecondFactor, { body: { code: toCode(secret, site.clock.now()) } });
    expect(shown.body).toMatchObject({ signedIn: true });
    expect(await listActions()).toEqual(['staff.second-factor-set', 'staff.signed-in']);
  });

  it('takes no code twice', async () => {
    await seed();
    const code = toCode(totpSecret, site.clock.now());
    for (const expected of [200, 422]) {
      const browser = await openBrowser();
      await browser.call(staff.staffSignIn, { body: { login: 'li.na', password } });
      expect((await browser.call(staff.showSecondFactor, { body: { code } })).status).toBe(expected);
    }
  });

  it('is refused to demonstration accounts on a production server', async () => {
    await seed({ demonstration: true });
    const strict = { ...site, deps: { ...site.deps, config: { ...site.deps.config, production: true } } };
    const production = await buildTestApp(strict, [registerStaff]);
    const browser = new TestBrowser(production);
    await browser.open(staff.getStaffSession);
    const answer = await browser.call(staff.staffSignIn, { body: { login: 'li.na', password } });
    expect(answer.body).toMatchObject({ code: 'staff.credentials_wrong' });
    await production.close();
  });
});

describe('a staff session', () => {
  it('ends after half an hour without use, and after ten hours in any case', async () => {
    await seed();
    const idle = await signIn();
    site.clock.advance(31 * 60_000);
    expect((await idle.call(staff.listStaff)).body).toMatchObject({ code: 'staff.signed_out' });
    const busy = await signIn();
    for (let minutes = 0; minutes < 595; minutes += 20) {
      expect((await busy.call(staff.listStaff)).status).toBe(200);
      site.clock.advance(20 * 60_000);
    }
    expect((await busy.call(staff.listStaff)).body).toMatchObject({ code: 'staff.signed_out' });
  });

  it('ends on every other computer when the password is changed', async () => {
    await seed();
    const here = await signIn();
    const there = await signIn();
    const next = 'another long passphrase 9';
    expect((await here.call(staff.changePassword, { body: { current: password, next } })).status).toBe(200);
    expect((await here.call(staff.listStaff)).status).toBe(200);
    expect((await there.call(staff.listStaff)).body).toMatchObject({ code: 'staff.signed_out' });
  });

  it('ends when the person is no longer allowed to sign in', async () => {
    await seed();
    const id = await seed({ login: 'wang.wei', role: 'auditor' });
    const administrator = await signIn();
    const auditor = await signIn('wang.wei');
    expect((await auditor.call(counter.listAudit)).status).toBe(200);
    await administrator.call(staff.updateStaff, { params: { staffId: id }, body: { active: false } });
    expect((await auditor.call(counter.listAudit)).body).toMatchObject({ code: 'staff.signed_out' });
  });

  it('is signed out by its own wish', async () => {
    await seed();
    const browser = await signIn();
    await browser.call(staff.staffSignOut);
    expect((await browser.open(staff.getStaffSession)).body).toMatchObject({ signedIn: false, staff: null });
  });
});

describe('managing staff', () => {
  const body = { id: randomUUID(), login: 'zhang.min', name: '张敏', role: 'clerk', outletId: null, password } as const;

  it('adds a member once, however often the request arrives', async () => {
    await seed();
    const browser = await signIn();
    for (let count = 0; count < 2; count += 1) {
      const answer = await browser.call(staff.createStaff, { body });
      expect(answer).toMatchObject({ status: 200, body: { login: 'zhang.min', secondFactor: false } });
    }
    expect((await listActions()).filter((action) => action === 'staff.created')).toHaveLength(1);
    const other = await browser.call(staff.createStaff, { body: { ...body, id: randomUUID() } });
    expect(other.body).toMatchObject({ code: 'staff.login_taken' });
  });

  it('refuses weak passwords', async () => {
    await seed();
    const browser = await signIn();
    for (const weak of ['short', 'zhang.min.2026!', 'password1234567', 'aaaaaaaaaaaaaaaa']) {
      const answer = await browser.call(staff.createStaff, { body: { ...body, id: randomUUID(), password: weak } });
      expect(answer.body).toMatchObject({ code: 'staff.password_weak' });
    }
  });

  it('never leaves the agency without an administrator', async () => {
    const id = await seed();
    const browser = await signIn();
    for (const change of [{ active: false }, { role: 'clerk' as const }]) {
      const answer = await browser.call(staff.updateStaff, { params: { staffId: id }, body: change });
      expect(answer.body).toMatchObject({ code: 'staff.last_administrator' });
    }
    await seed({ login: 'second' });
    const answer = await browser.call(staff.updateStaff, { params: { staffId: id }, body: { role: 'clerk' } });
    expect(answer.status).toBe(200);
  });
});

/** Values that satisfy a path, so that access is decided and not the path. */
function fillParams(endpoint: Endpoint): Record<string, string> {
  const names = Object.keys(endpoint.params?.shape ?? {});
  return Object.fromEntries(names.map((name) => [name, name === 'index' ? '0' : randomUUID()]));
}

describe('permissions', () => {
  it('open each endpoint to exactly the roles that hold its permission', async () => {
    const guarded = listEndpoints().filter((each) => each.access === 'staff' || each.access.includes(':'));
    let reached = '';
    const wide = await buildTestApp(site, [
      (host) => {
        for (const endpoint of guarded) {
          bind(host, endpoint, async () => {
            reached = endpoint.id;
            return { ok: false, refusal: { code: 'request.stale' } };
          });
        }
      },
    ]);
    for (const role of roles) {
      await site.reset();
      await seed({ role });
      const browser = await signIn();
      for (const endpoint of guarded) {
        reached = '';
        const schema = endpoint.body;
        const answer = await new TestBrowserOf(wide, browser).call(endpoint, {
          params: fillParams(endpoint),
          ...(schema === undefined ? {} : { body: {} }),
        });
        const allowed =
          endpoint.access === 'staff' || (permissionsByRole[role] as readonly string[]).includes(endpoint.access);
        // An allowed call may still have an invalid body; it is refused for that, never for the role.
        const { code } = answer.body as { code: string };
        const isForbidden = code === 'staff.forbidden';
        expect([role, endpoint.id, isForbidden]).toEqual([role, endpoint.id, !allowed]);
        expect([role, endpoint.id, reached !== '' && isForbidden]).toEqual([role, endpoint.id, false]);
      }
    }
    await wide.close();
  });

  it('open nothing to someone who has shown only the password', async () => {
    await seed();
    const browser = await openBrowser();
    await browser.call(staff.staffSignIn, { body: { login: 'li.na', password } });
    expect((await browser.call(staff.listStaff)).body).toMatchObject({ code: 'staff.second_factor_needed' });
  });
});

describe('the trail', () => {
  it('is listed newest first, page by page, with names of staff', async () => {
    await seed();
    const browser = await signIn();
    await browser.call(staff.createStaff, {
      body: { id: randomUUID(), login: 'a.b', name: 'A', role: 'clerk', outletId: null, password },
    });
    const first = await browser.call(counter.listAudit, { query: { limit: '1' } });
    expect(first.body).toMatchObject({ entries: [{ action: 'staff.created', actorName: '李娜' }], next: '2' });
    const second = await browser.call(counter.listAudit, { query: { limit: '1', after: '2' } });
    expect(second.body).toMatchObject({ entries: [{ action: 'staff.signed-in' }], next: null });
    expect((await browser.call(counter.verifyAudit)).body).toEqual({ intact: true, entries: 2, brokenAt: null });
  });

  it('shows where someone changed an entry behind the server’s back', async () => {
    await seed();
    const browser = await signIn();
    await browser.call(staff.changePassword, { body: { current: 'wrong', next: 'x' } });
    await browser.call(staff.staffSignOut);
    const { db } = site.deps;
    await expect(sql`update audit_entry set action = 'x'`.execute(db)).rejects.toThrow('append-only');
    await expect(sql`delete from audit_entry`.execute(db)).rejects.toThrow('append-only');
    await sql`alter table audit_entry disable trigger user`.execute(db);
    await sql`update audit_entry set action = 'staff.signed-on' where sequence = 1`.execute(db);
    await sql`alter table audit_entry enable trigger user`.execute(db);
    const again = await signIn();
    expect((await again.call(counter.verifyAudit)).body).toMatchObject({ intact: false, brokenAt: '1' });
  });
});

/** Another server's app with the cookies and token of a browser that signed in elsewhere. */
class TestBrowserOf extends TestBrowser {
  constructor(other: Awaited<ReturnType<typeof buildTestApp>>, like: TestBrowser) {
    super(other);
    this.csrfToken = like.csrfToken;
    for (const [name, value] of like.cookies) this.cookies.set(name, value);
  }
}
