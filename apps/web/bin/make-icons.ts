/** Draws the PNG icons of the installed application from the one SVG: `npm run icons -w @anzai/web`. */
import { readFileSync } from 'node:fs';
import sharp from 'sharp';

const folder = new URL('../public/icons/', import.meta.url);
const svg = readFileSync(new URL('icon.svg', folder), 'utf8');
/** A maskable icon fills its square; the drawing stays within the middle four fifths. */
const maskable = svg
  .replace('rx="16"', '')
  .replace('viewBox="0 0 64 64"', 'viewBox="-8 -8 80 80"')
  .replace('<rect width="64" height="64"', '<rect x="-8" y="-8" width="80" height="80"');

async function draw(source: string, sizePx: number, name: string): Promise<void> {
  await sharp(Buffer.from(source), { density: 600 })
    .resize(sizePx, sizePx)
    .png({ compressionLevel: 9, palette: true })
    .toFile(new URL(name, folder).pathname);
}

await draw(svg, 180, 'icon-180.png');
await draw(svg, 192, 'icon-192.png');
await draw(svg, 512, 'icon-512.png');
await draw(maskable, 512, 'icon-maskable-512.png');
