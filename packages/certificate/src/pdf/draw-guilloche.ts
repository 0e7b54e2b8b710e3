import type { Sheet } from './sheet.ts';

/** Fine interlaced lines, as papers of value bear them: an ornament here, since what protects is the signature. */
export function drawBand(
  sheet: Sheet,
  band: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly colour: string;
  },
): void {
  const { doc } = sheet;
  const middle = band.y + band.height / 2;
  doc.save().lineWidth(0.3).strokeColor(band.colour).strokeOpacity(0.55);
  for (let strand = 0; strand < 14; strand += 1) {
    const phase = (strand / 14) * Math.PI * 2;
    drawCurve(sheet, 360, (share) => {
      const swell = 0.35 + 0.65 * Math.abs(Math.sin(share * Math.PI * 9 + phase / 4));
      const wave = Math.sin(share * Math.PI * 18 + phase);
      return { x: band.x + share * band.width, y: middle + (band.height / 2) * swell * wave };
    });
  }
  doc.restore();
}

/** Circles that breathe, laid over each other. */
export function drawRosette(
  sheet: Sheet,
  rosette: { readonly x: number; readonly y: number; readonly radius: number; readonly colour: string },
): void {
  const { doc } = sheet;
  doc.save().lineWidth(0.4).strokeColor(rosette.colour).strokeOpacity(0.1);
  for (let ring = 0; ring < 18; ring += 1) {
    const phase = (ring / 18) * Math.PI * 2;
    drawCurve(sheet, 480, (share) => {
      const angle = share * Math.PI * 2;
      const radius = rosette.radius * (0.72 + 0.22 * Math.sin(angle * 8 + phase) + 0.06 * Math.sin(angle * 24 - phase));
      return { x: rosette.x + radius * Math.cos(angle), y: rosette.y + radius * Math.sin(angle) };
    });
  }
  doc.restore();
}

function drawCurve(
  sheet: Sheet,
  steps: number,
  at: (share: number) => { readonly x: number; readonly y: number },
): void {
  const start = at(0);
  sheet.doc.moveTo(start.x, start.y);
  for (let step = 1; step <= steps; step += 1) {
    const point = at(step / steps);
    sheet.doc.lineTo(Number(point.x.toFixed(2)), Number(point.y.toFixed(2)));
  }
  sheet.doc.stroke();
}
