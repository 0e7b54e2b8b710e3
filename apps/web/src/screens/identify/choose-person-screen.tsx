import type { JSX } from 'preact';
import { ButtonLink } from '@anzai/ui';
import { Screen } from '../../shell/screen.tsx';
import { navigate } from '../../state/route.ts';
import { choosePerson, session } from '../../state/session.ts';
import { getWords } from '../../state/texts.ts';

/** A helper of several people says for whom it is now. */
export function ChoosePersonScreen(): JSX.Element {
  const { home } = getWords().web;
  return (
    <Screen title={home.choosePerson} back="/for-whom">
      <ul class="list">
        {(session.value?.principals ?? []).map((one) => (
          <li key={one.personId}>
            <button
              type="button"
              class="row-button"
              onClick={() => {
                choosePerson(one.personId);
                navigate('/home');
              }}
            >
              <strong>{one.name}</strong>
              <span>{home.maskedDocument(one.documentMasked)}</span>
            </button>
          </li>
        ))}
      </ul>
      <ButtonLink href="/for-whom" icon="plus">
        {home.others}
      </ButtonLink>
    </Screen>
  );
}
