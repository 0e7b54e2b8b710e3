import { counter } from '@anzai/contract';
import { locales, type Locale } from '@anzai/domain';
import type { JSX } from 'preact';
import { ButtonLink } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { agency } from '../../state/agency.ts';
import { client } from '../../state/api.ts';
import { texts } from '../../state/texts.ts';

/** A small drawing of what the sheet looks like; the sheet itself comes as a PDF. */
function Sheet({ locale }: { readonly locale: Locale }): JSX.Element {
  return (
    <div class="sheet" aria-hidden="true">
      <p lang={locale}>{agency.value?.name[locale] ?? ''}</p>
      <svg viewBox="0 0 60 60">
        <path d="M4 4h16v16H4zM40 4h16v16H40zM4 40h16v16H4zM9 9h6v6H9zM45 9h6v6h-6zM9 45h6v6H9z" fill-rule="evenodd" />
        <path d="M26 4h4v8h-4zM32 10h4v8h-4zM26 18h8v4h-8zM4 26h8v4H4zM14 28h6v6h-6zM24 26h6v6h-6zM34 26h10v4H34zM48 26h8v6h-8zM26 36h4v8h-4zM34 34h6v6h-6zM44 38h4v10h-4zM52 36h4v6h-4zM30 46h8v4h-8zM26 52h6v4h-6zM38 52h4v4h-4zM50 48h6v8h-6z" />
      </svg>
      <span class="sheet-line" />
      <span class="sheet-line" />
      <span class="sheet-line sheet-short" />
    </div>
  );
}

export function PosterScreen(): JSX.Element {
  const words = texts().poster;
  return (
    <Page title={words.title} lead={words.lead}>
      <ul class="posters">
        {locales.map((locale) => (
          <li key={locale} class="panel">
            <Sheet locale={locale} />
            <h2 lang={locale}>{words.languages[locale]}</h2>
            <ButtonLink href={client.href(counter.getPoster, { query: { locale } })} icon="poster" external>
              {words.open}
            </ButtonLink>
          </li>
        ))}
      </ul>
      <p class="quiet">
        {words.paper} {words.check}
      </p>
    </Page>
  );
}
