import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button, ChoiceGroup, Field, Notice } from '@anzai/ui';
import { Screen } from '../../shell/screen.tsx';
import { changeDraft, draft } from '../../state/draft.ts';
import type { Relation } from '../../state/draft.ts';
import { navigate } from '../../state/route.ts';
import { session } from '../../state/session.ts';
import { getWords } from '../../state/texts.ts';

const relations: readonly Relation[] = ['spouse', 'child', 'relative', 'neighbour', 'carer', 'volunteer', 'other'];

/** A helper says once who they are; it stands in the record of every attempt they helped with. */
export function HelperScreen(): JSX.Element {
  const { web } = getWords();
  const texts = web.forWhom;
  const [name, setName] = useState(draft.value.helper?.name ?? '');
  const [relation, setRelation] = useState<Relation | undefined>(draft.value.helper?.relation);
  const [tried, setTried] = useState(false);
  const goOn = (): void => {
    setTried(true);
    if (name.trim() === '' || relation === undefined) return;
    changeDraft({ acting: 'helper', helper: { name: name.trim(), relation } });
    navigate(session.value?.signedIn === true ? '/who' : '/sign-in');
  };
  return (
    <Screen
      title={texts.helperTitle}
      lead={texts.helperLead}
      back="/for-whom"
      says={[texts.helperName, texts.relation]}
    >
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          goOn();
        }}
      >
        <Field
          label={texts.helperName}
          value={name}
          onInput={setName}
          autoComplete="name"
          maxLength={100}
          problem={tried && name.trim() === '' ? texts.helperNameMissing : undefined}
        />
        <ChoiceGroup
          legend={texts.relation}
          value={relation}
          onChoose={setRelation}
          choices={relations.map((value) => ({ value, label: texts.relations[value] }))}
        />
        {tried && relation === undefined && (
          <Notice tone="wrong" announce>
            <p>{texts.relationMissing}</p>
          </Notice>
        )}
        <Notice>
          <p>{texts.helperNote}</p>
        </Notice>
        <Button look="primary" type="submit" icon="arrow-right">
          {web.common.next}
        </Button>
      </form>
    </Screen>
  );
}
