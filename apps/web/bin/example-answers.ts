/**
 * Answers for looking at the screens without a server. Each is checked against the contract, so that a screen is never
 * shown something that a server could not say.
 */
import { account, agency, counter, problems } from '@anzai/contract';
import type { AttemptOutcome, Home, ProblemCode } from '@anzai/contract';

const personId = '01900000-0000-7000-8000-000000000001';
const caseId = '01900000-0000-7000-8000-0000000000c1';

export const office = agency.getAgency.response.parse({
  name: {
    'zh-CN': '广州市社会保险基金管理中心',
    'zh-HK': '廣州市社會保險基金管理中心',
    en: 'Guangzhou Social Insurance Fund Centre',
  },
  address: {
    'zh-CN': '广州市越秀区梅东路28号',
    'zh-HK': '廣州市越秀區梅東路28號',
    en: '28 Meidong Road, Yuexiu, Guangzhou',
  },
  hours: {
    'zh-CN': '周一至周五 9:00–12:00，13:00–17:00',
    'zh-HK': '星期一至五 9:00–12:00，13:00–17:00',
    en: 'Monday to Friday 9:00–12:00, 13:00–17:00',
  },
  phone: '020-5550-0100',
  timeZone: 'Asia/Shanghai',
  rule: {
    id: 'guangdong-2023',
    title: { 'zh-CN': '每年认证一次', 'zh-HK': '每年認證一次', en: 'Certify once every twelve months' },
    summary: {
      'zh-CN': '任何一天都可以认证，一次管十二个月。',
      'zh-HK': '任何日子均可認證，每次有效十二個月。',
      en: 'You may certify on any day, and it lasts twelve months.',
    },
  },
  consentVersion: '2026-1',
  triesMax: 3,
  demonstration: true,
});

const principal = { personId, name: '王秀英', documentMasked: '4401**********0028', acting: 'self' as const };

const outlets = agency.listOutlets.response.parse({
  outlets: [
    ['越秀区', '越秀區', 'Yuexiu', '越秀办事大厅', '越秀服務大廳', 'Yuexiu Service Hall', 'agency-hall'],
    ['海珠区', '海珠區', 'Haizhu', '海珠办事大厅', '海珠服務大廳', 'Haizhu Service Hall', 'agency-hall'],
    ['天河区', '天河區', 'Tianhe', '石牌街道办事处', '石牌街道辦事處', 'Shipai Street Office', 'street-office'],
  ].map(([cn, hk, en, nameCn, nameHk, nameEn, kind], index) => ({
    id: `01900000-0000-7000-8000-00000000f00${index}`,
    kind,
    name: { 'zh-CN': nameCn, 'zh-HK': nameHk, en: nameEn },
    address: {
      'zh-CN': `广州市${cn}中山路${index + 8}号`,
      'zh-HK': `廣州市${hk}中山路${index + 8}號`,
      en: `${index + 8} Zhongshan Road, ${en}`,
    },
    district: { 'zh-CN': cn, 'zh-HK': hk, en },
    phone: `020-5550-010${index + 1}`,
    hours: office.hours,
    services: ['enrolment', 'assisted-face', 'counter-document'],
  })),
});

const certificate = {
  id: '01900000-0000-7000-8000-0000000000e1',
  number: 'AZ-2026-4827-1935-6',
  certifiedOn: '2026-11-23',
  validUntil: '2027-11-30',
  channel: 'remote-face',
  state: 'valid',
  code: `AZ1.${'qZ7kT0vB3nXy9LmR2sWd'.repeat(14)}`,
};

const due = {
  state: 'due',
  validUntil: null,
  dueOn: '2026-12-28',
  daysLeft: 35,
  opensOn: null,
  suspensionMonth: '2027-01',
};

const openCase = {
  id: caseId,
  number: '4827-1936',
  kind: 'attempt-review',
  state: 'open',
  openedAt: '2026-11-23T08:00:00.000Z',
  decideBy: '2026-11-26',
  personId,
  personName: principal.name,
  way: null,
  decision: null,
};

function makeHome(change: Record<string, unknown>): Home {
  return account.getHome.response.parse({
    principal,
    standing: due,
    template: 'current',
    consent: 'none',
    triesLeft: 3,
    openCase: null,
    openAttemptId: null,
    certificates: [],
    timeline: [],
    ...change,
  });
}

const certified = {
  standing: {
    state: 'certified',
    validUntil: '2027-11-30',
    dueOn: '2027-11-30',
    daysLeft: 372,
    opensOn: null,
    suspensionMonth: '2027-12',
  },
  consent: 'given',
  timeline: [
    [
      'person.certified',
      'system',
      { channel: 'remote-face', certifiedOn: '2026-11-23', validUntil: '2027-11-30', number: certificate.number },
      null,
    ],
    ['attempt.passed', 'person', { channel: 'remote-face' }, null],
    ['consent.given', 'person', {}, null],
    ['face.enrolled', 'staff', {}, '越秀办事大厅'],
  ].map(([kind, actor, facts, outletName], index) => ({
    id: `entry-${index}`,
    at: `2026-11-23T0${8 - index}:00:00.000Z`,
    kind,
    actor,
    actorName: null,
    outletName: outletName === null ? null : { 'zh-CN': outletName, 'zh-HK': outletName, en: outletName },
    facts,
  })),
  certificates: [
    certificate,
    {
      ...certificate,
      id: '01900000-0000-7000-8000-0000000000e0',
      number: 'AZ-2025-1187-3040-2',
      certifiedOn: '2025-11-20',
      validUntil: '2026-11-30',
      state: 'expired',
    },
  ],
};

export const homes = {
  due: makeHome({}),
  overdue: makeHome({
    standing: { ...due, state: 'overdue', dueOn: '2026-10-31', daysLeft: -23, suspensionMonth: '2026-12' },
    consent: 'given',
    principal: { ...principal, acting: 'helper' },
  }),
  noTemplate: makeHome({ template: 'none' }),
  certified: makeHome(certified),
  review: makeHome({ standing: { ...due, state: 'in-review' }, consent: 'given', openCase }),
  called: makeHome({ consent: 'given', triesLeft: 0, openCase: { ...openCase, kind: 'way-chosen', way: 'call' } }),
  chosen: makeHome({ consent: 'refused', openCase: { ...openCase, kind: 'way-chosen', way: 'counter' } }),
} as const;

export const outcomes: Readonly<Record<'passed' | 'again' | 'used', AttemptOutcome>> = {
  passed: { kind: 'passed', certificateId: certificate.id, enrolmentId: null },
  again: { kind: 'again', reason: 'light', tip: 'light-from-front', triesLeft: 2 },
  used: { kind: 'other-way', caseId, caseNumber: '4827-1936' },
};

export const ways = account.listWays.response.parse({
  ways: [
    { way: 'home-visit', outlets: [], papers: ['own-document'] },
    { way: 'counter', outlets: outlets.outlets, papers: ['own-document', 'social-security-card'] },
    { way: 'bank', outlets: [], papers: ['own-document'] },
    { way: 'call', outlets: [], papers: [] },
    { way: 'trustee', outlets: [], papers: ['trustee-document', 'principal-document-copy', 'power-of-attorney'] },
  ],
});

export const messages = counter.listOutbox.response.parse({
  messages: [
    {
      id: '01900000-0000-7000-8000-0000000000a1',
      at: '2026-11-23T08:00:00.000Z',
      to: '+86138****0000',
      kind: 'sign-in-code',
      text: '您的验证码是 482913，十分钟内有效。',
    },
  ],
  staff: [{ login: 'clerk.hall', name: '梁咏诗', role: 'clerk', password: 'Rongshu-2026-Hall', figures: '482913' }],
});

export { outlets, personId, principal };

export function makeSession(signedIn: boolean, acting: 'self' | 'helper' = 'self'): account.Session {
  return account.getSession.response.parse({
    signedIn,
    phoneMasked: signedIn ? '138****0000' : null,
    csrfToken: 'example',
    passkeys: 0,
    principals: signedIn ? [{ ...principal, acting }] : [],
  });
}

export function makeProblem(code: ProblemCode, facts: Record<string, unknown> = {}): { status: number; body: unknown } {
  const status = problems[code];
  return {
    status,
    body: { type: `/problems/${code}`, title: code, status, code, facts, invalidParams: [], requestId: 'example' },
  };
}
