type Detector = { readonly detect: (image: ImageData) => Promise<readonly { readonly rawValue: string }[]> };
type DetectorClass = new (options: { readonly formats: readonly string[] }) => Detector;

/** Longer sides are shrunk to this: a code on a page is still sharp, and a phone is not kept busy. */
const SIDE_MAX_PX = 1600;

/** The text of a QR code in a picture, or null. */
export type ReadQr = (image: ImageData) => Promise<string | null>;

/** The browser's own reader where it has one; otherwise jsQR, fetched then. */
export async function openQrReader(): Promise<ReadQr> {
  const own = await openOwnReader();
  if (own !== null) return own;
  const { default: jsQr } = await import('jsqr');
  return async ({ data, width, height }) =>
    jsQr(data, width, height, { inversionAttempts: 'attemptBoth' })?.data ?? null;
}

async function openOwnReader(): Promise<ReadQr | null> {
  const Own = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  if (Own === undefined) return null;
  try {
    const detector = new Own({ formats: ['qr_code'] });
    // Some browsers have the class and no reader behind it.
    await detector.detect(new ImageData(8, 8));
    return async (image) => (await detector.detect(image))[0]?.rawValue ?? null;
  } catch {
    return null;
  }
}

/** Pixels of a picture or of a video's present image; null while there is none. */
export function readPixels(
  source: CanvasImageSource,
  size: { readonly width: number; readonly height: number },
): ImageData | null {
  const scale = Math.min(1, SIDE_MAX_PX / Math.max(size.width, size.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(size.width * scale);
  canvas.height = Math.round(size.height * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null || canvas.width === 0 || canvas.height === 0) return null;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** Loads a file as a picture. Rejects when it is none. */
export async function loadPicture(file: Blob): Promise<ImageData | null> {
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return readPixels(image, { width: image.naturalWidth, height: image.naturalHeight });
  } finally {
    URL.revokeObjectURL(url);
  }
}
