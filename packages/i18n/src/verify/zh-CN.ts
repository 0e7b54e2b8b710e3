/** Texts of the public page on which anyone checks a certificate. This catalogue is the shape of the others. */
export const zhCN = {
  title: '核验认证凭证',
  lead: '扫一扫凭证上的二维码，马上知道是不是真的、还有没有效。不用登录。',
  language: '语言',
  scan: '用镜头扫二维码',
  stopScan: '停止',
  scanning: '请把二维码对准方框',
  picture: '选一张图片',
  pictureHint: '照片、截图或凭证页面的图片',
  noCodeInPicture: '这张图片里没有找到二维码。请拍清楚一点，让二维码完整、平整。',
  pictureUnreadable: '这个文件打不开。请选一张图片；若是文档，请截图后再选。',
  paste: '或者把凭证代码贴在这里',
  pasteHint: '以 AZ1. 开头的一长串字',
  check: '核验',
  again: '核验另一份',
  outcomes: {
    valid: { title: '有效', lead: (until: string): string => `这份凭证是真的，有效期至${until}（含当日）。` },
    expired: {
      title: '已过期',
      lead: (until: string): string => `这份凭证是真的，但有效期到${until}为止。请本人重新认证。`,
    },
    revoked: { title: '已撤销', lead: (on: string): string => `这份凭证已于${on}撤销，不能再用。` },
    forged: { title: '不是真的', lead: '签名对不上：这份凭证被改动过，或者不是社保机构发的。请不要接受。' },
    withdrawnKey: { title: '不能接受', lead: '签发它的密钥已经作废。请本人到社保机构换一份。' },
    unknownKey: {
      title: '无法确认',
      lead: '这台设备上没有签发它的密钥。请连上网络再试一次；若仍然这样，就不要接受。',
    },
    malformed: { title: '认不出来', lead: '这不是认证凭证的代码，或者没有读完整。请重新扫一次。' },
    noKeys: { title: '还不能核验', lead: '第一次核验要连一次网络，取得社保机构的公钥。请连上网络再试。' },
  },
  facts: {
    name: '姓名',
    document: '证件号码',
    number: '凭证编号',
    certifiedOn: '认证日期',
    validUntil: '有效期至',
    agency: '发证机构',
    schemes: '险种',
    channel: '认证方式',
  },
  compare: '请看一看：姓名和证件号码是不是和本人证件一样。',
  revocations: {
    known: (at: string): string => `撤销名单截至${at}。`,
    old: (at: string): string => `撤销名单停在${at}，可能不是最新的。请连上网络再核验一次。`,
    unknown: '还没有取得撤销名单：看不出这份凭证后来有没有被撤销。请连上网络再核验一次。',
  },
  privacy: '核验在这台设备上完成，凭证内容不会发给任何人。',
  failure: {
    'insecure-context': '这个网址不能用镜头。请改用图片或粘贴代码。',
    unsupported: '这个浏览器不能用镜头。请改用图片或粘贴代码。',
    'no-camera': '没有找到镜头。请改用图片或粘贴代码。',
    'permission-refused': '没有允许使用镜头。请在浏览器设置里允许，或改用图片、粘贴代码。',
    'in-use': '镜头正被别的程序占用。请关掉它再试，或改用图片。',
    failed: '镜头没有打开。请再试一次，或改用图片。',
  },
  batch: {
    title: '一次核验许多份',
    lead: '给银行和合作机构：贴上代码，一行一个，或选一个表格文件，最多一千份。代码会发到社保机构的服务器核验。',
    file: '选表格文件',
    codes: '凭证代码，一行一个',
    start: (count: number): string => (count === 0 ? '开始核验' : `核验${count}份`),
    none: '没有找到代码。代码以 AZ1. 开头。',
    tooMany: (count: number): string => `有${count}份，超过一千份。请分几次核验。`,
    working: '正在核验',
    offline: '网络断了，没有核验成。连上以后再点一次。',
    refused: '服务器没有完成核验。请过一会儿再试。',
    summary: (valid: number, total: number): string => `${total}份中有${valid}份有效`,
    onlyBad: '只看无效的',
    download: '下载结果表格',
    columns: {
      row: '序号',
      outcome: '结果',
      name: '姓名',
      document: '证件号码',
      number: '凭证编号',
      validUntil: '有效期至',
    },
    outcomes: {
      valid: '有效',
      expired: '已过期',
      revoked: '已撤销',
      'unknown-key': '密钥不明',
      'bad-signature': '不是真的',
      malformed: '认不出来',
    },
    empty: '没有无效的。',
  },
  home: '回到首页',
};

type Widen<T> = T extends string
  ? string
  : T extends (...input: infer I) => string
    ? (...input: I) => string
    : { readonly [K in keyof T]: Widen<T[K]> };

export type VerifyTexts = Widen<typeof zhCN>;
