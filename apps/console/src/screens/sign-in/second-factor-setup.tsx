import { staff as staffEndpoints } from '@anzai/contract';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { create } from 'qrcode';
import { ResourceView } from '../../components/resource-view.tsx';
import { call } from '../../state/api.ts';
import { texts } from '../../state/texts.ts';
import { useResource } from '../../state/use-resource.ts';
import { FiguresForm } from './figures-form.tsx';

/** One path of squares, drawn here, so that the secret never leaves this page as a picture's address. */
function QrCode({ text, label }: { readonly text: string; readonly label: string }): JSX.Element {
  const [path, setPath] = useState({ d: '', size: 21 });
  useEffect(() => {
    const { modules } = create(text, { errorCorrectionLevel: 'M' });
    const squares: string[] = [];
    for (let row = 0; row < modules.size; row += 1) {
      for (let column = 0; column < modules.size; column += 1) {
        if (modules.get(row, column) !== 0) squares.push(`M${column} ${row}h1v1h-1z`);
      }
    }
    setPath({ d: squares.join(''), size: modules.size });
  }, [text]);
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`-3 -3 ${path.size + 6} ${path.size + 6}`}>
      <path d={path.d} shape-rendering="crispEdges" />
    </svg>
  );
}

export function SecondFactorSetup(): JSX.Element {
  const words = texts().signIn;
  const secret = useResource('second-factor', () => call(staffEndpoints.beginSecondFactor, {}));
  return (
    <>
      <h1>{words.setupTitle}</h1>
      <p class="lead">{words.setupLead}</p>
      <ResourceView resource={secret}>
        {(value) => (
          <>
            <div class="setup">
              <ol>
                {words.setupSteps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
              <QrCode text={value.otpauthUrl} label={words.setupQr} />
            </div>
            <details>
              <summary>{words.setupSecret}</summary>
              <p class="code secret">{value.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</p>
            </details>
            <FiguresForm />
          </>
        )}
      </ResourceView>
      <p class="quiet small">{words.lost}</p>
    </>
  );
}
