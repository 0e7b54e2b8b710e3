import { toQrModules } from '../qr-code.ts';
import type { Sheet } from './sheet.ts';

const QUIET_MODULES = 4;

/** Draws a QR code with its quiet zone into a white square, as outlines that print sharp at any size. */
export function drawQr(
  sheet: Sheet,
  text: string,
  place: { readonly x: number; readonly y: number; readonly size: number },
): void {
  const { doc } = sheet;
  const modules = toQrModules(text);
  const unit = place.size / (modules.size + 2 * QUIET_MODULES);
  for (let row = 0; row < modules.size; row += 1) {
    for (const run of findRuns(modules.size, (column) => modules.isDark(column, row))) {
      const x = place.x + (QUIET_MODULES + run.start) * unit;
      doc.rect(x, place.y + (QUIET_MODULES + row) * unit, run.length * unit, unit);
    }
  }
  doc.fill('#000000');
}

/** Neighbouring dark modules become one bar, so that no hairline shows between them. */
function findRuns(
  size: number,
  isDark: (column: number) => boolean,
): readonly { readonly start: number; readonly length: number }[] {
  const runs: { start: number; length: number }[] = [];
  for (let column = 0; column < size; column += 1) {
    if (!isDark(column)) continue;
    const last = runs.at(-1);
    if (last && last.start + last.length === column) last.length += 1;
    else runs.push({ start: column, length: 1 });
  }
  return runs;
}
