/** sRGB bytes to linear light, 0..1 (IEC 61966-2-1). */
export const LINEAR_FROM_SRGB: Float32Array = Float32Array.from({ length: 256 }, (_, byte) => {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

export type LinearRgb = readonly [number, number, number];

/** `#rrggbb` as linear light, 0..1 a channel. */
export function linearFromHex(hex: string): LinearRgb {
  const value = Number.parseInt(hex.slice(1), 16);
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new Error(`not a colour: ${hex}`);
  return [linear((value >> 16) & 255), linear((value >> 8) & 255), linear(value & 255)];
}

function linear(byte: number): number {
  return LINEAR_FROM_SRGB[byte] ?? 0;
}
