/** Texts of the capture: what the person in front of the camera reads and hears. Sides are the person's own. */
export const zhCN = {
  preview: '您的镜头画面',
  prompts: {
    centre: '请正对屏幕',
    'turn-left': '请慢慢向左转头',
    'turn-right': '请慢慢向右转头',
    'look-up': '请慢慢抬头',
    nearer: '请靠近一点',
    follow: '请让鼻尖跟着圆点',
    light: '屏幕会变色，请看着屏幕别动',
    hold: '请保持不动',
  },
  guidance: {
    'no-face': '请把脸放进圆框',
    several: '请只留您一个人在画面里',
    'too-far': '请再靠近一点',
    'too-near': '请退后一点',
    'off-centre': '请把脸移到圆框中间',
    dark: '光线太暗，请面向灯或窗',
    bright: '光线太强，请换个方向',
    blurred: '画面模糊，请擦擦镜头、拿稳',
  },
  step: (step: number, count: number): string => `第${step}步，共${count}步`,
  opening: {
    camera: '正在打开镜头',
    cameraHint: '手机若问“是否允许使用相机”，请点“允许”。',
    attempt: '正在准备',
    guide: '正在准备，请稍等',
  },
  controls: {
    pause: '暂停',
    resume: '继续',
    startAgain: '重来',
    leave: '退出',
    slower: '放慢一点',
    slowerOn: '已放慢',
    soundOn: '声音已开',
    soundOff: '声音已关',
    otherWay: '不用刷脸，换别的办法',
    withoutFace: '不刷脸',
    retry: '再试一次',
    home: '回到首页',
    otherCamera: '换一个镜头',
  },
  paused: { title: '已暂停', lead: '不着急。准备好了再点“继续”，刚才做好的都还在。' },
  failure: {
    'insecure-context': {
      title: '这个网址打不开镜头',
      lead: '为了安全，镜头只能在加密的网页里用。请重新扫社保机构的二维码进来。',
    },
    unsupported: { title: '这个浏览器不能用镜头', lead: '请换一个浏览器或换一部手机打开，也可以用别的办法。' },
    'no-camera': { title: '没有找到镜头', lead: '请接上摄像头，或换一部手机，再试一次。' },
    'permission-refused': { title: '还没有允许使用镜头', lead: '' },
    'in-use': { title: '镜头正被别的程序占用', lead: '请关掉视频通话等其他程序，再试一次。' },
    failed: { title: '镜头没有打开', lead: '请再试一次。还不行的话，请重启手机，或用别的办法。' },
  },
  howTo: {
    wechat: '请点右上角的三个点，打开“设置”，允许使用相机，再回来点“再试一次”。也可以选“在浏览器打开”。',
    alipay: '请点右上角的三个点，打开“设置”，允许使用相机，再回来点“再试一次”。',
    webview: '请到手机“设置”里找到这个应用，打开“权限”，允许使用相机，再回来点“再试一次”。',
    'ios-safari': '请点网址左边的图标，选“网站设置”，把“相机”改成“允许”，再点“再试一次”。',
    'mac-safari': '请在菜单里选“设置”、“网站”、“相机”，把这个网站改成“允许”，再点“再试一次”。',
    'android-chrome': '请点网址左边的小图标，选“权限”，打开“相机”，再点“再试一次”。',
    huawei: '请点右下角的菜单，选“设置”、“网站权限”，允许使用相机，再点“再试一次”。',
    'desktop-chrome': '请点网址左边的小图标，把“摄像头”打开，再点“再试一次”。',
    firefox: '请点网址左边的小图标，去掉“已阻止”的摄像头，再点“再试一次”。',
    other: '请在浏览器的设置里允许这个网站使用相机，再点“再试一次”。',
  },
  refused: { title: '现在还不能继续', lead: '请再试一次，或用别的办法办理。' },
  offline: { title: '网络断了', lead: '请看看手机有没有信号或无线网。连上以后点“再试一次”。' },
  expired: { title: '这一次时间太久了', lead: '不要紧，这不算次数。请重新来一次，可以打开“放慢一点”。' },
  checking: {
    title: '正在核对，请稍等',
    steps: {
      sending: (sent: number, total: number): string => `送出照片：${total}张中的${sent}张`,
      submitting: '交给社保机构',
      deciding: '核对是不是您本人',
    },
    mark: { done: '已完成', now: '正在进行', later: '等待中' },
    offline: '网络断了。照片存在这部手机里，连上以后会自动接着送，您不用重新来。',
    mayClose: '您也可以先关掉，下次打开会接着办。',
  },
};

type Widen<T> = T extends string
  ? string
  : T extends (...input: infer I) => string
    ? (...input: I) => string
    : { readonly [K in keyof T]: Widen<T[K]> };

export type CaptureTexts = Widen<typeof zhCN>;
