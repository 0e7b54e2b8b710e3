import { counter } from '@anzai/contract';
import { documentKinds, type DocumentKind } from '@anzai/domain';
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Select, TextField } from '../../components/field.tsx';
import { Icon } from '../../components/icon.tsx';
import { Notice } from '../../components/notice.tsx';
import { newId, problemCode, type Failure } from '../../state/api.ts';
import { navigate, to } from '../../state/route.ts';
import { textOf, texts } from '../../state/texts.ts';
import { useCommand } from '../../state/use-command.ts';
import type { PersonDetail } from '../../state/wire.ts';

function reasonOf(failure: Failure): string {
  const reason = failure.kind === 'problem' ? failure.problem.facts['reason'] : undefined;
  return typeof reason === 'string' ? textOf(texts().find.invalid, reason) : '';
}

/** Two refusals have their own next step here: the number is mistyped, or it is somebody else's. */
function Refused({ failure, number }: { readonly failure: Failure; readonly number: string }): JSX.Element {
  const words = texts().counter.sighting;
  const code = problemCode(failure);
  if (code === 'identity.document_invalid') {
    return (
      <Notice tone="attention" live title={words.invalid}>
        <p>{reasonOf(failure)}</p>
      </Notice>
    );
  }
  if (code === 'sighting.document_differs') {
    return (
      <Notice
        tone="danger"
        live
        title={words.differsTitle}
        actions={
          <Button icon="find" onPress={() => navigate(to('/find'), { memory: { q: number } })}>
            {words.findOther}
          </Button>
        }
      >
        <p>{words.differsText}</p>
      </Notice>
    );
  }
  return <FailureNotice failure={failure} />;
}

export function SightingStep(props: { readonly detail: PersonDetail; readonly onDone: () => void }): JSX.Element {
  const words = texts();
  const { detail } = props;
  const id = useRef(newId());
  const [kind, setKind] = useState<DocumentKind>(detail.documents.find((one) => one.current)?.kind ?? 'resident-id');
  const [number, setNumber] = useState('');
  const record = useCommand(counter.recordSighting);

  async function submit(): Promise<void> {
    const documentNumber = number.trim().toUpperCase();
    const body = { id: id.current, documentKind: kind, documentNumber };
    const answer = await record.run({ params: { personId: detail.person.id }, body });
    if (answer?.ok === true) props.onDone();
    else if (answer?.ok === false && answer.failure.kind === 'problem') id.current = newId();
  }

  return (
    <form
      class="panel form step-panel"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2>{words.counter.sighting.title}</h2>
      <p class="lead">{words.counter.sighting.lead}</p>
      <ul class="checks">
        {words.counter.sighting.checks.map((check) => (
          <li key={check}>
            <Icon name="check" />
            {check}
          </li>
        ))}
      </ul>
      {record.failure !== null && <Refused failure={record.failure} number={number.trim()} />}
      <Select
        label={words.counter.sighting.kind}
        value={kind}
        choices={documentKinds.map((value) => ({ value, label: words.documentKinds[value] }))}
        onChange={setKind}
      />
      <TextField
        label={words.counter.sighting.number}
        hint={words.counter.sighting.numberHint}
        value={number}
        onInput={setNumber}
        maxLength={40}
        figures
        focusFirst
        required
      />
      <Button type="submit" look="primary" size="large" busy={record.busy} disabled={number.trim().length < 4}>
        {words.counter.sighting.submit}
      </Button>
    </form>
  );
}
