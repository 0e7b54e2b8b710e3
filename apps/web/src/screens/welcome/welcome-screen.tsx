import type { JSX } from 'preact';
import { ButtonLink, Picture } from '@anzai/ui';
import { CallButton } from '../../shell/office-block.tsx';
import { Screen } from '../../shell/screen.tsx';
import { agency } from '../../state/agency.ts';
import { session } from '../../state/session.ts';
import { getWords } from '../../state/texts.ts';

/** What a person sees who has just scanned the agency's QR code. */
export function WelcomeScreen(): JSX.Element {
  const { web, locale } = getWords();
  const signedIn = session.value?.signedIn === true;
  const rule = agency.value?.rule.summary[locale];
  return (
    <Screen title={web.welcome.title} lead={web.welcome.lead} says={[rule]}>
      <div class="welcome-picture">
        <Picture name="welcome" />
      </div>
      <ButtonLink look="primary" href={signedIn ? '/home' : '/for-whom'} icon="arrow-right">
        {signedIn ? web.welcome.resume : web.welcome.begin}
      </ButtonLink>
      <ButtonLink href="/ways" icon="people">
        {web.welcome.otherWays}
      </ButtonLink>
      <CallButton />
      {rule !== undefined && <p class="aside-text">{rule}</p>}
      <p class="aside-text">
        <a class="text-link" href="/verify">
          {web.welcome.verify}
        </a>
      </p>
    </Screen>
  );
}
