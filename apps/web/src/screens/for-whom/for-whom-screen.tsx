import type { JSX } from 'preact';
import { Picture } from '@anzai/ui';
import type { PictureName } from '@anzai/ui';
import { Screen } from '../../shell/screen.tsx';
import { changeDraft } from '../../state/draft.ts';
import { navigate } from '../../state/route.ts';
import { session } from '../../state/session.ts';
import { getWords } from '../../state/texts.ts';

type Tile = {
  readonly picture: PictureName;
  readonly label: string;
  readonly hint: string;
  readonly onPress: () => void;
};

function PictureTile({ picture, label, hint, onPress }: Tile): JSX.Element {
  return (
    <button type="button" class="tile" onClick={onPress}>
      <span class="tile-picture">
        <Picture name={picture} />
      </span>
      <span class="tile-words">
        <strong>{label}</strong>
        <span>{hint}</span>
      </span>
    </button>
  );
}

function goOn(acting: 'self' | 'helper'): void {
  changeDraft({ acting });
  const known = session.value?.principals.some((one) => one.acting === 'helper') === true;
  if (acting === 'helper' && !known) navigate('/helper');
  else navigate(session.value?.signedIn === true ? '/who' : '/sign-in');
}

export function ForWhomScreen(): JSX.Element {
  const { forWhom } = getWords().web;
  return (
    <Screen title={forWhom.title} back="/" says={[forWhom.self, forWhom.selfHint, forWhom.other, forWhom.otherHint]}>
      <div class="tiles">
        <PictureTile picture="for-self" label={forWhom.self} hint={forWhom.selfHint} onPress={() => goOn('self')} />
        <PictureTile
          picture="for-other"
          label={forWhom.other}
          hint={forWhom.otherHint}
          onPress={() => goOn('helper')}
        />
      </div>
    </Screen>
  );
}
