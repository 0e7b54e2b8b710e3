import { open, rename } from 'node:fs/promises';

/** Writes beside the place and moves the whole file into it, so that nobody ever reads half of it. */
export async function writeFileAtomically(path: string, bytes: Uint8Array | string): Promise<void> {
  const part = `${path}.${process.pid}.part`;
  const file = await open(part, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, path);
}
