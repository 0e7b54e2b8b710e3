import { toFactText, toWait, type ProblemFacts, type ProblemText, type WaitUnit } from './problem-text.ts';

const units: Record<WaitUnit, string> = { second: '秒', minute: '分钟', hour: '小时' };

function wait(facts: ProblemFacts): string {
  const { count, unit } = toWait(facts);
  return `${count}${units[unit]}`;
}

const documentReasons: Readonly<Record<string, string>> = {
  length: '号码的位数不对，请数一数再输一遍。',
  characters: '号码里有不该有的字，请照着证件再输一遍。',
  checksum: '有一位数字输错了，请照着证件一位一位核对。',
  'birth-date': '号码里的出生日期不对，请照着证件核对。',
};

/** The shape of the other languages. Short, kind, no blame, no letters of the Latin alphabet. */
export const zhCN = {
  'request.invalid': { title: '填写的内容有误', next: '请检查标出的地方，改好后再试。' },
  'request.too_large': { title: '发送的内容太大', next: '请减少内容后再试。' },
  'request.media_type': { title: '不支持这种内容', next: '请刷新页面后再试。' },
  'request.idempotency_key_missing': { title: '请求不完整', next: '请刷新页面后再试。' },
  'request.idempotency_key_reused': { title: '这次操作与之前的不一致', next: '请刷新页面，从头再做一次。' },
  'request.csrf': { title: '页面打开太久了', next: '请刷新页面后再试，已填的内容可能要重填。' },
  'request.not_found': { title: '没有找到', next: '请返回上一页重新选择。' },
  'request.stale': { title: '内容刚刚被别人改过', next: '请刷新页面，看看最新的内容再操作。' },
  'request.rate_limited': { title: '操作太频繁', next: (facts) => `请过${wait(facts)}再试。` },
  'server.fault': { title: '系统出了问题，不是您的错', next: '请过一会儿再试；着急的话，可以到网点柜台办理。' },
  'server.busy': { title: '现在办理的人很多', next: '请等一两分钟再试，您已填的内容都还在。' },
  'account.signed_out': { title: '您还没有登录', next: '请用手机号码登录，然后接着办理。' },
  'account.phone_invalid': { title: '手机号码不对', next: '请核对号码，一位一位再输一遍。' },
  'account.code_wrong': {
    title: '验证码不对',
    next: (facts) => `请看清短信里的六位数字再输一遍，还可以试${toFactText(facts, 'triesLeft')}次。`,
  },
  'account.code_expired': { title: '验证码已经失效', next: '请点“重新发送”，用新收到的那一条。' },
  'account.code_too_soon': {
    title: '验证码刚刚发出',
    next: (facts) => `请看看手机短信；没收到的话，过${wait(facts)}再发一次。`,
  },
  'account.code_locked': { title: '试的次数太多，先歇一歇', next: (facts) => `请过${wait(facts)}再试。` },
  'account.passkey_failed': { title: '这次没有验证成功', next: '请再试一次，或改用短信验证码登录。' },
  'identity.document_invalid': {
    title: '证件号码有误',
    next: (facts) => documentReasons[toFactText(facts, 'reason')] ?? '请照着证件一位一位核对，再输一遍。',
  },
  'identity.document_unknown': {
    title: '没有查到这个证件号码',
    next: (facts) => `请照着证件再核对一遍；还是不行，请拨打${toFactText(facts, 'counterPhone')}或到网点柜台。`,
  },
  'identity.name_differs': {
    title: '姓名与登记的不一致',
    next: (facts) =>
      `请照着证件上的姓名再输一遍；还是不行，请拨打${toFactText(facts, 'counterPhone')}或到网点柜台更正。`,
  },
  'identity.already_linked': {
    title: '这个人已经由别的手机号码办理',
    next: '请用原来的手机号码登录，或带上证件到网点柜台更改。',
  },
  'identity.not_linked': { title: '您还没有绑定这个人', next: '请先填写这个人的姓名和证件号码。' },
  'helper.limit_reached': { title: '您帮助的人数已到上限', next: '请让这位长者的家人来办，或陪同到网点柜台。' },
  'helper.details_missing': { title: '还不知道您是谁', next: '请填写您自己的姓名，以及与这位长者的关系。' },
  'consent.missing': { title: '还没有同意使用人脸认证', next: '请先看说明再选择；不同意也可以用别的办法。' },
  'consent.version_old': { title: '同意书有了新内容', next: '请看一看新的说明，再选择一次。' },
  'template.missing': { title: '还没有录过人脸', next: '第一次请带证件到网点柜台录入；也可以选别的办法。' },
  'attempt.not_due': { title: '现在还不用认证', next: '您已经认证过了，到时候会提醒您。' },
  'attempt.limit_reached': {
    title: '今天不能再刷脸了',
    next: (facts) =>
      toFactText(facts, 'caseNumber') === ''
        ? '请改天再试，或选别的办法。'
        : `请选别的办法，您的受理号是${toFactText(facts, 'caseNumber')}。`,
  },
  'attempt.expired': { title: '这次的时间到了', next: '没关系，请从头再来一次，不算次数。' },
  'attempt.closed': { title: '这次认证已经结束', next: '请返回首页看结果，或重新开始。' },
  'attempt.incomplete': { title: '有几张画面还没有传到', next: '请保持网络畅通，会自动补传。' },
  'attempt.frame_limit': { title: '画面太多了', next: '请从头再来一次。' },
  'attempt.bytes_limit': { title: '画面太大了', next: '请从头再来一次，会自动缩小。' },
  'attempt.frame_differs': { title: '同一张画面前后不一样', next: '请从头再来一次。' },
  'picture.unreadable': { title: '画面看不清楚', next: '请把镜头擦干净，再来一次。' },
  'picture.type_unknown': { title: '这种画面用不了', next: '请直接用摄像头拍，不要传照片。' },
  'picture.too_large': { title: '画面太大了', next: '请从头再来一次，会自动缩小。' },
  'engine.unavailable': { title: '人脸认证暂时用不了', next: '请过几分钟再试，或选别的办法。不算次数。' },
  'case.closed': { title: '这件事已经办完', next: '请刷新页面看结果。' },
  'case.way_closed': { title: '这个办法现在不适合您', next: '请从列出的办法里另选一个。' },
  'case.second_person_needed': { title: '需要另一位审核员来定', next: '请让一位没有处理过的同事决定。' },
  'certificate.revoked': { title: '这张凭证已经撤销', next: '请重新认证，或打电话问经办机构。' },
  'verify.too_many': { title: '一次核验的太多', next: '请分成每批不超过一千张。' },
  'staff.signed_out': { title: '您还没有登录', next: '请登录后继续。' },
  'staff.forbidden': { title: '您的岗位不能做这件事', next: '需要办理的话，请找主管。' },
  'staff.credentials_wrong': { title: '账号或密码不对', next: '请核对后再试；忘记密码请找管理员。' },
  'staff.locked': { title: '错的次数太多，已暂时锁住', next: (facts) => `请过${wait(facts)}再试。` },
  'staff.second_factor_needed': { title: '还差一步', next: '请输入验证器上的六位数字。' },
  'staff.second_factor_wrong': { title: '六位数字不对', next: '请等验证器换一组新的数字再输；也请核对手机的时间。' },
  'staff.second_factor_setup': { title: '请先设置验证器', next: '第一次登录要用手机上的验证器扫一扫。' },
  'staff.password_weak': { title: '密码太简单', next: '请用至少十二个字符，不要含账号，也不要用常见的。' },
  'staff.login_taken': { title: '这个账号已经有人用', next: '请换一个账号名。' },
  'staff.last_administrator': { title: '这是最后一位管理员', next: '请先任命另一位管理员，再做更改。' },
  'person.not_found': { title: '没有找到这个人', next: '请核对证件号码或姓名，再查一次。' },
  'person.other_outlet': { title: '这个人由别的网点管理', next: '请联系那个网点，或请主管处理。' },
  'person.deceased': { title: '登记显示此人已经离世', next: '如有不符，请带上证件到网点柜台，我们会认真核对。' },
  'sighting.missing': { title: '还没有登记查看过证件原件', next: '请先看证件原件并登记，再继续。' },
  'sighting.document_differs': { title: '证件与登记的不一致', next: '请核对证件原件；确有变化的，先更新资料。' },
  'enrolment.not_current': { title: '这份人脸记录已经不用了', next: '请查看最新的一份。' },
  'enrolment.quality_poor': { title: '画面还不够清楚', next: '请光线从正面来，脸在框中间，再拍一次。' },
} as const satisfies Readonly<Record<string, ProblemText>>;

export type ProblemCode = keyof typeof zhCN;
