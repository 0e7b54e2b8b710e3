/** Which browser this is, as far as it matters for telling the person where its camera permission is set. */
export const browserFamilies = [
  'wechat',
  'alipay',
  'webview',
  'ios-safari',
  'mac-safari',
  'android-chrome',
  'huawei',
  'desktop-chrome',
  'firefox',
  'other',
] as const;
export type BrowserFamily = (typeof browserFamilies)[number];

/** In order: an application's own browser names its engine too, so that the more particular name comes first. */
const marks: readonly (readonly [BrowserFamily, RegExp])[] = [
  ['wechat', /MicroMessenger/i],
  ['alipay', /AlipayClient/i],
  ['huawei', /HuaweiBrowser|ArkWeb/i],
  ['webview', /; wv\)|\bFBAN\b|\bLine\//i],
  ['firefox', /Firefox|FxiOS/i],
  ['ios-safari', /(iPhone|iPad|iPod).*Safari/i],
  ['webview', /(iPhone|iPad|iPod)/i],
  ['android-chrome', /Android.*Chrome/i],
  ['desktop-chrome', /Chrome|Edg\//i],
  ['mac-safari', /Macintosh.*Safari/i],
];

export function readBrowserFamily(userAgent: string): BrowserFamily {
  return marks.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? 'other';
}
