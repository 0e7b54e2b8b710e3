import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Dark modules as one path on a field of `size` by `size`, with the quiet zone of four modules around. */
type QrDrawing = { readonly size: number; readonly path: string };

const QUIET = 4;

async function drawQr(text: string): Promise<QrDrawing> {
  const { create } = await import('qrcode');
  const { modules } = create(text, { errorCorrectionLevel: 'L' });
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
    }
  }
  return { size: modules.size + QUIET * 2, path };
}

/** The certificate's code; `label` says what it is for. */
export function QrPicture({ text, label }: { readonly text: string; readonly label: string }): JSX.Element {
  const [drawing, setDrawing] = useState<QrDrawing>();
  useEffect(() => void drawQr(text).then(setDrawing), [text]);
  return (
    <figure class="qr">
      {drawing !== undefined && (
        <svg viewBox={`0 0 ${drawing.size} ${drawing.size}`} shape-rendering="crispEdges" aria-hidden="true">
          <rect width="100%" height="100%" fill="#fff" />
          <path d={drawing.path} fill="#000" />
        </svg>
      )}
      <figcaption>{label}</figcaption>
    </figure>
  );
}
