import type { JSX } from 'preact';
import { scenePictures } from './scene-pictures.tsx';
import { tipPictures } from './tip-pictures.tsx';

export const pictures = { ...tipPictures, ...scenePictures } as const;
export type PictureName = keyof typeof pictures;

/** A drawing beside words that say the same; silent for a screen reader. */
export function Picture({ name }: { readonly name: PictureName }): JSX.Element {
  return pictures[name]();
}
