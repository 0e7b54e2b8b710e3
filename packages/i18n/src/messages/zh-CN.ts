export type MessageFacts = {
  'sign-in-code': { readonly code: string; readonly minutes: number; readonly agency: string };
  certified: { readonly name: string; readonly validUntil: string; readonly number: string; readonly agency: string };
  'in-review': {
    readonly name: string;
    readonly caseNumber: string;
    readonly decideBy: string;
    readonly agency: string;
  };
  'review-refused': {
    readonly name: string;
    readonly caseNumber: string;
    readonly phone: string;
    readonly agency: string;
  };
  'way-chosen': { readonly name: string; readonly caseNumber: string; readonly phone: string; readonly agency: string };
  'consent-withdrawn': { readonly name: string; readonly phone: string; readonly agency: string };
};

export type MessageTexts = { readonly [Kind in keyof MessageFacts]: (facts: MessageFacts[Kind]) => string };

/** Days arrive as words of the language. No links: people are told never to follow one in a message. */
export const zhCN: MessageTexts = {
  'sign-in-code': ({ code, minutes, agency }) =>
    `【${agency}】验证码${code}，${minutes}分钟内有效。工作人员不会向您要验证码，请不要告诉别人。`,
  certified: ({ name, validUntil, number, agency }) =>
    `【${agency}】${name}的资格认证已完成，有效到${validUntil}，凭证号${number}。`,
  'in-review': ({ name, caseNumber, decideBy, agency }) =>
    `【${agency}】${name}的认证正在人工核对，${decideBy}前给您答复，办件号${caseNumber}。核对期间待遇照常发放。`,
  'review-refused': ({ name, caseNumber, phone, agency }) =>
    `【${agency}】${name}的认证经两位工作人员核对，这次未能确认，办件号${caseNumber}。请带证件原件到柜台，或致电${phone}。`,
  'way-chosen': ({ name, caseNumber, phone, agency }) =>
    `【${agency}】${name}选择的办理方式已登记，办件号${caseNumber}。有疑问请致电${phone}。`,
  'consent-withdrawn': ({ name, phone, agency }) =>
    `【${agency}】已按您的要求销毁${name}的人脸资料。以后可到柜台等处认证，电话${phone}。`,
};
