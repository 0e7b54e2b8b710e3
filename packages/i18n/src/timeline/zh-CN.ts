import type { Channel } from '@anzai/domain';

/** Values that fill a sentence: codes, days in ISO form, numbers. */
export type TimelineFacts = Readonly<Record<string, string | number | null>>;
/** `day` renders a day in words of the language. */
export type Sentence = (facts: TimelineFacts, day: (iso: string) => string) => string;

export type TimelineTexts = {
  readonly kinds: Readonly<Record<TimelineKind, Sentence>>;
  readonly channels: Readonly<Record<Channel, string>>;
};

export const timelineKinds = [
  'consent.given',
  'consent.refused',
  'consent.withdrawn',
  'face.enrolled',
  'attempt.passed',
  'attempt.again',
  'attempt.review',
  'attempt.other-way',
  'attempt.abandoned',
  'attempt.expired',
  'person.certified',
  'certificate.revoked',
  'case.opened',
  'case.closed',
  'document.seen',
  'document.revealed',
  'picture.viewed',
  'frame.viewed',
  'template.renewed',
  'account.linked',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

function text(facts: TimelineFacts, name: string): string {
  const value = facts[name];
  return value === undefined || value === null ? '' : String(value);
}

const caseKinds: Readonly<Record<string, string>> = {
  'attempt-review': '转人工核对',
  'duplicate-face': '发现相似的脸，转人工核对',
  'way-chosen': '转其他方式办理',
  'attack-alarm': '采集异常，转人工核查',
};
const closings: Readonly<Record<string, string>> = {
  accepted: '核对通过',
  refused: '核对未通过',
  'sent-to-counter': '请到柜台办理',
  'no-concern': '没有问题',
  'same-person': '确认是同一人',
};

const channels: TimelineTexts['channels'] = {
  'remote-face': '自己刷脸',
  'assisted-face': '网点协助刷脸',
  'counter-enrolment': '柜台登记人脸',
  'counter-document': '柜台核对证件',
  'street-office': '街道办理',
  bank: '银行网点办理',
  partner: '合作机构办理',
  trustee: '受托人代办',
  'unit-list': '单位集中办理',
  'written-certificate': '单位书面证明',
  'trusted-identity': '可信身份认证',
  'data-match': '数据比对',
  'home-visit': '上门办理',
  review: '人工核对',
};

export const zhCN: TimelineTexts = {
  channels,
  kinds: {
    'consent.given': () => '同意用脸认证。',
    'consent.refused': () => '选择不用脸认证。',
    'consent.withdrawn': () => '收回同意，人脸资料已销毁。',
    'face.enrolled': () => '在柜台登记了人脸。',
    'attempt.passed': () => '刷脸通过。',
    'attempt.again': () => '刷脸没有通过，可以再试。',
    'attempt.review': (facts) => `刷脸转人工核对，办件号${text(facts, 'caseNumber')}。`,
    'attempt.other-way': (facts) => `刷脸没有通过，改用其他方式，办件号${text(facts, 'caseNumber')}。`,
    'attempt.abandoned': () => '刷脸中途离开，不算一次。',
    'attempt.expired': () => '刷脸没有做完，时间过了，不算一次。',
    'person.certified': (facts, day) => {
      const channel = channels[text(facts, 'channel') as Channel] ?? '';
      return `认证完成（${channel}），有效到${day(text(facts, 'validUntil'))}，凭证号${text(facts, 'number')}。`;
    },
    'certificate.revoked': (facts) => `凭证${text(facts, 'number')}已撤销，需要重新认证。`,
    'case.opened': (facts) => `${caseKinds[text(facts, 'kind')] ?? '立案'}，办件号${text(facts, 'number')}。`,
    'case.closed': (facts) => `办件${text(facts, 'number')}办结：${closings[text(facts, 'decision')] ?? '已办'}。`,
    'document.seen': () => '核对了证件原件。',
    'document.revealed': () => '查看了完整的证件号码。',
    'picture.viewed': () => '查看了登记照片。',
    'frame.viewed': () => '查看了采集画面。',
    'template.renewed': () => '系统更新了人脸模板。',
    'account.linked': (facts) =>
      text(facts, 'acting') === 'helper' ? `${text(facts, 'helperName')}登记为协助人。` : '本人用手机号登录办理。',
  },
};
