import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

export type EvaluatedImage = { readonly person: string; readonly path: string };

const picture = /\.(jpe?g|png|webp)$/i;

/** Every picture in a folder that holds one folder for each person, in a fixed order. */
export async function listPeople(folder: string): Promise<EvaluatedImage[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const people = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const images: EvaluatedImage[] = [];
  for (const person of people.toSorted()) {
    const files = await readdir(join(folder, person));
    for (const file of files.filter((name) => picture.test(name)).toSorted()) {
      images.push({ person, path: join(folder, person, file) });
    }
  }
  return images;
}
