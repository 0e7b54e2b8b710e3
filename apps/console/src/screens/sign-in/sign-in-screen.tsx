import { BrandMark } from '@anzai/ui';
import type { JSX } from 'preact';
import { agency } from '../../state/agency.ts';
import { expired, session } from '../../state/session.ts';
import { locale, texts } from '../../state/texts.ts';
import { LocaleSelect } from '../shell/locale-select.tsx';

import { Notice } from '../../components/notice.tsx';
import { PasswordForm } from './password-form.tsx';
import { SecondFactorForm } from './second-factor-form.tsx';
import { SecondFactorSetup } from './second-factor-setup.tsx';

function Current(): JSX.Element {
  switch (session.value?.pending ?? 'none') {
    case 'second-factor':
      return <SecondFactorForm />;
    case 'second-factor-setup':
      return <SecondFactorSetup />;
    case 'none':
      return <PasswordForm />;
  }
}

/** Password, then six figures; at first sign-in the authenticator is set up in between. */
export function SignInScreen(): JSX.Element {
  const words = texts();
  return (
    <div class="sign-in">
      <header class="sign-in-brand">
        <BrandMark sizePx={44} />
        <div>
          <p class="brand-name">{words.product}</p>
          <p class="quiet">{agency.value?.name[locale.value] ?? words.console}</p>
        </div>
      </header>
      <main class="sign-in-card">
        {expired.value && <Notice tone="attention" live title={words.signIn.expired} />}
        <Current />
      </main>
      <footer class="sign-in-foot">
        {agency.value?.demonstration === true && (
          <a href="/dev/outbox" target="_blank" rel="noreferrer">
            {words.signIn.demonstration}
          </a>
        )}
        <LocaleSelect />
      </footer>
    </div>
  );
}
