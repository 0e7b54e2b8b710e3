import type { MessageTexts } from './zh-CN.ts';

export const zhHK: MessageTexts = {
  'sign-in-code': ({ code, minutes, agency }) =>
    `【${agency}】驗證碼${code}，${minutes}分鐘內有效。職員不會向閣下索取驗證碼，請勿告訴他人。`,
  certified: ({ name, validUntil, number, agency }) =>
    `【${agency}】${name}的資格認證已完成，有效至${validUntil}，憑證編號${number}。`,
  'in-review': ({ name, caseNumber, decideBy, agency }) =>
    `【${agency}】${name}的認證正由職員核對，將於${decideBy}前回覆，個案編號${caseNumber}。核對期間待遇照常發放。`,
  'review-refused': ({ name, caseNumber, phone, agency }) =>
    `【${agency}】${name}的認證經兩位職員核對，今次未能確認，個案編號${caseNumber}。請帶同證件正本到櫃位，或致電${phone}。`,
  'way-chosen': ({ name, caseNumber, phone, agency }) =>
    `【${agency}】已登記${name}選擇的辦理方式，個案編號${caseNumber}。如有疑問請致電${phone}。`,
  'consent-withdrawn': ({ name, phone, agency }) =>
    `【${agency}】已按要求銷毀${name}的面容資料。日後可到櫃位等處認證，電話${phone}。`,
};
