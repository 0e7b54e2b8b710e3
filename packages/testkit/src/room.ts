import type { View } from './rasterise.ts';
import { createRandom, type SeededRandom } from './seeded-random.ts';
import type { LinearImage } from './surface.ts';

type Rgb = readonly [number, number, number];

/** A wall some metres behind the person with a few things on it, in linear light. Wider than the view, so that it may shift. */
export function createRoom(seed: number, view: View): LinearImage {
  const random = createRandom(seed ^ 0x51ed);
  const width = Math.round(view.width * 1.3);
  const height = Math.round(view.height * 1.2);
  const data = new Float32Array(width * height * 3);
  const wall: Rgb = [random.between(0.15, 0.45), random.between(0.15, 0.42), random.between(0.12, 0.4)];
  const tilt = random.between(-0.3, 0.3);
  for (let i = 0; i < width * height; i++) {
    const x = (i % width) / width - 0.5;
    const y = Math.floor(i / width) / height - 0.5;
    const shade = 1 + tilt * x - 0.25 * y + 0.03 * random.normal();
    data.set([wall[0] * shade, wall[1] * shade, wall[2] * shade], i * 3);
  }
  const room = { width, height, data };
  for (let thing = 0; thing < 9; thing++) drawThing(room, random);
  return room;
}

/** A door, a shelf, a picture: a rectangle with a frame and stripes of its own. */
function drawThing({ width, height, data }: LinearImage, random: SeededRandom): void {
  const left = Math.floor(random.next() * width * 0.9);
  const top = Math.floor(random.next() * height * 0.8);
  const right = Math.min(width, left + Math.floor(width * random.between(0.06, 0.3)));
  const bottom = Math.min(height, top + Math.floor(height * random.between(0.06, 0.35)));
  const grey = random.between(0.04, 0.5);
  const colour: Rgb = [grey * random.between(0.8, 1.25), grey, grey * random.between(0.7, 1.2)];
  const stripe = random.between(6, 40);
  const upright = random.next() < 0.5;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const edge = x - left < 4 || right - x < 5 || y - top < 4 || bottom - y < 5;
      const shade = (edge ? 0.45 : 1) * (0.8 + 0.2 * Math.sign(Math.sin(((upright ? x : y) / stripe) * 6.28)));
      data.set([colour[0] * shade, colour[1] * shade, colour[2] * shade], (y * width + x) * 3);
    }
  }
}
