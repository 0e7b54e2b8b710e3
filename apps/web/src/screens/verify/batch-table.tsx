import { formatDay } from '@anzai/i18n';
import type { Locale } from '@anzai/i18n';
import type { VerifyTexts } from '@anzai/i18n/verify';
import { Icon } from '@anzai/ui';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { BatchResult } from './batch-codes.ts';

type BatchTableProps = {
  readonly results: readonly BatchResult[];
  readonly texts: VerifyTexts['batch'];
  readonly locale: Locale;
};

/** The count first; what is not valid can be seen alone. */
export function BatchTable({ results, texts, locale }: BatchTableProps): JSX.Element {
  const [onlyBad, setOnlyBad] = useState(false);
  const numbered = results.map((result, index) => ({ result, row: index + 1 }));
  const shown = onlyBad ? numbered.filter(({ result }) => result.outcome !== 'valid') : numbered;
  const valid = results.filter(({ outcome }) => outcome === 'valid').length;
  const { columns } = texts;
  const heads = [columns.row, columns.outcome, columns.name, columns.document, columns.number, columns.validUntil];
  return (
    <div class="batch-results">
      <output class="batch-summary">{texts.summary(valid, results.length)}</output>
      <label class="batch-filter">
        <input type="checkbox" checked={onlyBad} onChange={(event) => setOnlyBad(event.currentTarget.checked)} />
        <span>{texts.onlyBad}</span>
      </label>
      {shown.length === 0 ? (
        <p>{texts.empty}</p>
      ) : (
        <section class="batch-scroll" aria-label={texts.title}>
          <table class="batch-table">
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map(({ result, row }) => (
                <tr key={row} class={`batch-${result.outcome}`}>
                  <td>{row}</td>
                  <td class="batch-outcome">
                    <Icon name={result.outcome === 'valid' ? 'check' : 'alert'} />
                    <span>{texts.outcomes[result.outcome]}</span>
                  </td>
                  <td>{result.name ?? '–'}</td>
                  <td>{result.documentMasked ?? '–'}</td>
                  <td>{result.number ?? '–'}</td>
                  <td>{result.validUntil === null ? '–' : formatDay(locale, result.validUntil)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}
