import type { Channel } from '@anzai/domain';
import type { TimelineFacts, TimelineTexts } from './zh-CN.ts';

function text(facts: TimelineFacts, name: string): string {
  const value = facts[name];
  return value === undefined || value === null ? '' : String(value);
}

const caseKinds: Readonly<Record<string, string>> = {
  'attempt-review': '交由職員核對',
  'duplicate-face': '發現相似面容，交由職員核對',
  'way-chosen': '改以其他方式辦理',
  'attack-alarm': '採集異常，交由職員查核',
};
const closings: Readonly<Record<string, string>> = {
  accepted: '核對通過',
  refused: '核對不獲通過',
  'sent-to-counter': '請到櫃位辦理',
  'no-concern': '沒有問題',
  'same-person': '確認為同一人',
};

const channels: TimelineTexts['channels'] = {
  'remote-face': '自行面容認證',
  'assisted-face': '網點協助面容認證',
  'counter-enrolment': '櫃位登記面容',
  'counter-document': '櫃位核對證件',
  'street-office': '街道辦理',
  bank: '銀行網點辦理',
  partner: '合作機構辦理',
  trustee: '受託人代辦',
  'unit-list': '單位集體辦理',
  'written-certificate': '單位書面證明',
  'trusted-identity': '可信身份認證',
  'data-match': '數據比對',
  'home-visit': '上門辦理',
  review: '職員核對',
};

export const zhHK: TimelineTexts = {
  channels,
  kinds: {
    'consent.given': () => '同意以面容認證。',
    'consent.refused': () => '選擇不以面容認證。',
    'consent.withdrawn': () => '撤回同意，面容資料已銷毀。',
    'face.enrolled': () => '已在櫃位登記面容。',
    'attempt.passed': () => '面容認證通過。',
    'attempt.again': () => '面容認證未通過，可以再試。',
    'attempt.review': (facts) => `面容認證交由職員核對，個案編號${text(facts, 'caseNumber')}。`,
    'attempt.other-way': (facts) => `面容認證未通過，改以其他方式辦理，個案編號${text(facts, 'caseNumber')}。`,
    'attempt.abandoned': () => '面容認證中途離開，不計次數。',
    'attempt.expired': () => '面容認證未完成而逾時，不計次數。',
    'person.certified': (facts, day) => {
      const channel = channels[text(facts, 'channel') as Channel] ?? '';
      return `認證完成（${channel}），有效至${day(text(facts, 'validUntil'))}，憑證編號${text(facts, 'number')}。`;
    },
    'certificate.revoked': (facts) => `憑證${text(facts, 'number')}已撤銷，須重新認證。`,
    'case.opened': (facts) => `${caseKinds[text(facts, 'kind')] ?? '開立個案'}，個案編號${text(facts, 'number')}。`,
    'case.closed': (facts) => `個案${text(facts, 'number')}已完結：${closings[text(facts, 'decision')] ?? '已辦'}。`,
    'document.seen': () => '已核對證件正本。',
    'document.revealed': () => '查閱了完整證件號碼。',
    'picture.viewed': () => '查閱了登記照片。',
    'frame.viewed': () => '查閱了採集畫面。',
    'template.renewed': () => '系統更新了面容模板。',
    'account.linked': (facts) =>
      text(facts, 'acting') === 'helper' ? `${text(facts, 'helperName')}登記為協助人。` : '本人以電話號碼登入辦理。',
  },
};
