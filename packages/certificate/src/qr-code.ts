import QRCode from 'qrcode';

/** Middle correction: a scratch or a fold is forgiven, and modules stay large enough for an old phone. */
const options = { errorCorrectionLevel: 'M', margin: 4 } as const;

/** The address to which a certificate's QR code leads. The code is in the fragment, so no server learns who asks. */
export function toVerifyUrl(baseUrl: string, code: string): string {
  return `${baseUrl.replace(/\/+$/, '')}/verify#${code}`;
}

export async function renderQrSvg(text: string): Promise<string> {
  return QRCode.toString(text, { ...options, type: 'svg' });
}

/** PNG of four pixels a module. */
export async function renderQrPng(text: string): Promise<Uint8Array> {
  const png = await QRCode.toBuffer(text, { ...options, scale: 4 });
  return new Uint8Array(png);
}

/** The modules row by row, true for dark ones, without the quiet zone. */
export function toQrModules(text: string): {
  readonly size: number;
  readonly isDark: (x: number, y: number) => boolean;
} {
  const { modules } = QRCode.create(text, options);
  return { size: modules.size, isDark: (x, y) => modules.get(y, x) !== 0 };
}
