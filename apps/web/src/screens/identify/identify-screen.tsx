import { account } from '@anzai/contract';
import { documentKinds } from '@anzai/domain';
import type { DocumentKind } from '@anzai/domain';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button, ChoiceGroup, Field } from '@anzai/ui';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { Screen } from '../../shell/screen.tsx';
import { useAction } from '../../shell/use-action.ts';
import { callApi } from '../../state/api.ts';
import { changeDraft, clearDraft, draft } from '../../state/draft.ts';
import { navigate } from '../../state/route.ts';
import { choosePerson, loadSession } from '../../state/session.ts';
import { getWords } from '../../state/texts.ts';
import { CorrectionPlace } from './correction-place.tsx';
import { groupNumber, renderNumberHint } from './render-number-hint.ts';

type KindProps = { readonly kind: DocumentKind; readonly onChoose: (kind: DocumentKind) => void };

/** Nearly everyone has the identity card, so the other kinds stay folded until asked for. */
function KindPart({ kind, onChoose }: KindProps): JSX.Element {
  const texts = getWords().web.identify;
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <div class="kind">
        <p class="field-label">{texts.kind}</p>
        <p class="kind-name">{texts.kinds[kind]}</p>
        <Button look="quiet" onPress={() => setOpen(true)}>
          {texts.changeKind}
        </Button>
      </div>
    );
  }
  return (
    <ChoiceGroup
      legend={texts.kind}
      value={kind}
      onChoose={(value) => {
        onChoose(value);
        setOpen(false);
      }}
      choices={documentKinds.map((value) => ({ value, label: texts.kinds[value] }))}
    />
  );
}

/** The name as typed; a reload of the page loses none of it. */
function useTypedName(): readonly [string, (typed: string) => void] {
  const [name, setName] = useState(draft.value.typedName ?? '');
  const keep = (typed: string): void => {
    setName(typed);
    changeDraft({ typedName: typed });
  };
  return [name, keep];
}

/** Finds the person on the roster. What does not match is named, and so is the counter that can correct it. */
export function IdentifyScreen(): JSX.Element {
  const { web } = getWords();
  const texts = web.identify;
  const acting = draft.value.acting ?? 'self';
  const [name, setName] = useTypedName();
  const [kind, setKind] = useState<DocumentKind>('resident-id');
  const [number, setNumber] = useState('');
  const [left, setLeft] = useState(false);
  const [tried, setTried] = useState(false);
  const identifying = useAction();
  const hint = renderNumberHint({ kind, number, finished: left || tried });
  const submit = (): void => {
    setTried(true);
    if (name.trim() === '' || number.trim() === '' || hint.problem !== undefined) return;
    const helper = acting === 'helper' ? draft.value.helper : undefined;
    const body = { name: name.trim(), documentKind: kind, documentNumber: number.trim(), acting };
    identifying.run(
      async () => callApi(account.identify, { body: helper === undefined ? body : { ...body, helper } }),
      (principal) => {
        choosePerson(principal.personId);
        clearDraft();
        void loadSession().then(() => navigate('/home', 'replace'));
      },
    );
  };
  const isSelf = acting === 'self';
  return (
    <Screen
      title={isSelf ? texts.titleSelf : texts.titleHelper}
      lead={isSelf ? texts.leadSelf : texts.leadHelper}
      back="/for-whom"
      says={[texts.name, texts.kind, texts.kinds[kind], texts.number]}
    >
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Field
          label={texts.name}
          value={name}
          onInput={setName}
          autoComplete={isSelf ? 'name' : 'off'}
          maxLength={100}
          problem={tried && name.trim() === '' ? texts.nameMissing : undefined}
        />
        <KindPart kind={kind} onChoose={setKind} />
        <Field
          label={texts.number}
          hint={kind === 'resident-id' ? texts.numberHint : undefined}
          value={number}
          autoComplete="off"
          maxLength={40}
          onInput={(value) => {
            setNumber(value);
            setLeft(false);
          }}
          onLeave={() => setLeft(true)}
          echo={groupNumber(kind, number)}
          problem={hint.problem}
          confirmation={hint.confirmation}
        />
        {identifying.failure !== undefined && <ProblemNotice problem={identifying.failure.problem} />}
        <Button look="primary" type="submit" icon="arrow-right" busy={identifying.busy} busyText={web.common.sending}>
          {isSelf ? texts.submitSelf : texts.submit}
        </Button>
      </form>
      {identifying.failure !== undefined && <CorrectionPlace problem={identifying.failure.problem} />}
    </Screen>
  );
}
