import type { Locale } from '@anzai/i18n';
import type { VerifyTexts } from '@anzai/i18n/verify';
import type { FunctionComponent, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { BatchProps } from './batch-check.tsx';

/** For banks and partners; fetched only when opened, since most people check one certificate. */
export function BatchSection(props: { readonly texts: VerifyTexts['batch']; readonly locale: Locale }): JSX.Element {
  const [Batch, setBatch] = useState<FunctionComponent<BatchProps> | null>(null);
  const open = (): void => {
    if (Batch === null) void import('./batch-check.tsx').then((loaded) => setBatch(() => loaded.BatchCheck));
  };
  return (
    <details class="verify-batch" onToggle={open}>
      <summary>{props.texts.title}</summary>
      {Batch !== null && <Batch {...props} />}
    </details>
  );
}
