import { counter } from '@anzai/contract';
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { TextField } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { agency } from '../../state/agency.ts';
import { newId } from '../../state/api.ts';
import { locale, texts } from '../../state/texts.ts';
import { useCommand } from '../../state/use-command.ts';
import type { PersonRow } from '../../state/wire.ts';

/** Destroys template and pictures, so the name is typed before. */
export function WithdrawDialog(props: {
  readonly person: PersonRow;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): JSX.Element {
  const words = texts();
  const { person } = props;
  const id = useRef(newId());
  const [typed, setTyped] = useState('');
  const record = useCommand(counter.recordCounterConsent);

  async function submit(): Promise<void> {
    const textVersion = agency.value?.consentVersion;
    if (typed.trim() !== person.name || textVersion === undefined) return;
    const answer = await record.run({
      params: { personId: person.id },
      body: { id: id.current, decision: 'withdrawn', textVersion, locale: locale.value },
    });
    if (answer?.ok === true) props.onDone();
  }

  return (
    <Dialog title={words.withdraw.title} onClose={props.onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Notice tone="attention" title={words.withdraw.effect} />
        {record.failure !== null && <FailureNotice failure={record.failure} />}
        <TextField label={words.withdraw.typed(person.name)} value={typed} onInput={setTyped} focusFirst />
        <div class="actions actions-end">
          <Button onPress={props.onClose}>{words.common.cancel}</Button>
          <Button type="submit" look="danger" busy={record.busy} disabled={typed.trim() !== person.name}>
            {words.withdraw.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
