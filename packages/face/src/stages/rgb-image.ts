/** A decoded picture, oriented upright: interleaved RGB, 8 bits a channel, row by row. */
export type RgbImage = { readonly width: number; readonly height: number; readonly data: Uint8Array };
