import type { Home } from '@anzai/contract';
import type { JSX } from 'preact';
import { Button, ButtonLink } from '@anzai/ui';
import { navigate } from '../../state/route.ts';
import { session, signOut } from '../../state/session.ts';
import { getWords } from '../../state/texts.ts';

/** What is seldom needed, folded away under one word. */
export function MorePart({ home }: { readonly home: Home }): JSX.Element {
  const texts = getWords().web.home;
  const several = (session.value?.principals.length ?? 0) > 1;
  return (
    <details class="more">
      <summary>{texts.settings}</summary>
      <div class="stack">
        {several && (
          <ButtonLink href="/choose" icon="people">
            {texts.switchPerson}
          </ButtonLink>
        )}
        <ButtonLink href="/for-whom" icon="plus">
          {texts.others}
        </ButtonLink>
        {home.consent === 'given' && (
          <ButtonLink href="/withdraw" icon="close">
            {texts.withdraw}
          </ButtonLink>
        )}
        <Button icon="leave" onPress={() => void signOut().then(() => navigate('/', 'replace'))}>
          {texts.signOut}
        </Button>
      </div>
    </details>
  );
}
