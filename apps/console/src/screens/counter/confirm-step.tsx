import { counter } from '@anzai/contract';
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { CheckBox, TextField } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { newId } from '../../state/api.ts';
import { formatTime } from '../../state/format.ts';
import { texts } from '../../state/texts.ts';
import { useCommand } from '../../state/use-command.ts';
import type { CertificateSummary, PersonDetail } from '../../state/wire.ts';

/** Certifies by the original alone. The clerk says in so many words that the person is here: no copy proves life. */
export function ConfirmStep(props: {
  readonly detail: PersonDetail;
  readonly onDone: (certificate: CertificateSummary) => void;
}): JSX.Element {
  const words = texts();
  const { person, sighting } = props.detail;
  const id = useRef(newId());
  const [present, setPresent] = useState(false);
  const [missed, setMissed] = useState(false);
  const [note, setNote] = useState('');
  const certify = useCommand(counter.certifyByDocument);

  async function submit(): Promise<void> {
    setMissed(!present);
    if (!present || sighting === null) return;
    const body = { id: id.current, sightingId: sighting.id, ...(note.trim() === '' ? {} : { note: note.trim() }) };
    const answer = await certify.run({ params: { personId: person.id }, body });
    if (answer?.ok === true) props.onDone(answer.value);
  }

  return (
    <form
      class="panel form step-panel"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2>{words.counter.document.title}</h2>
      <p class="lead">{words.counter.document.lead}</p>
      {sighting !== null && (
        <p class="quiet">
          {words.counter.sighting.seen(words.documentKinds[sighting.documentKind], formatTime(sighting.at))}
        </p>
      )}
      {certify.failure !== null && <FailureNotice failure={certify.failure} />}
      <CheckBox label={words.counter.document.present} checked={present} onChange={setPresent} />
      {missed && !present && (
        <p class="error" role="alert">
          {words.counter.document.presentNeeded}
        </p>
      )}
      <TextField
        label={words.counter.document.note}
        hint={words.counter.document.noteHint}
        value={note}
        onInput={setNote}
        maxLength={500}
        optional
      />
      <Notice title={words.counter.document.effect(person.name)} />
      <Button type="submit" look="primary" size="large" busy={certify.busy}>
        {words.counter.document.submit}
      </Button>
    </form>
  );
}
