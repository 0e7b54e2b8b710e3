/** Pixels of a frame as it is sent. */
export const FRAME_WIDTH_PX = 480;
export const FRAME_HEIGHT_PX = 640;

export type Crop = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** The largest upright 3:4 part in the middle of whatever the camera gives. */
export function decidePortraitCrop(source: { readonly width: number; readonly height: number }): Crop {
  const aspect = FRAME_WIDTH_PX / FRAME_HEIGHT_PX;
  const width = Math.min(source.width, source.height * aspect);
  const height = Math.min(source.height, source.width / aspect);
  return { x: (source.width - width) / 2, y: (source.height - height) / 2, width, height };
}
