import { counter } from '@anzai/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { TextArea } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { texts } from '../../state/texts.ts';
import { useCommand } from '../../state/use-command.ts';
import type { CertificateSummary } from '../../state/wire.ts';

export function RevokeDialog(props: {
  readonly certificate: CertificateSummary;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): JSX.Element {
  const words = texts();
  const [reason, setReason] = useState('');
  const [short, setShort] = useState(false);
  const revoke = useCommand(counter.revokeCertificate);

  async function submit(): Promise<void> {
    const given = reason.trim();
    setShort(given.length < 3);
    if (given.length < 3) return;
    const answer = await revoke.run({ params: { certificateId: props.certificate.id }, body: { reason: given } });
    if (answer?.ok === true) props.onDone();
  }

  return (
    <Dialog title={words.revoke.title(props.certificate.number)} onClose={props.onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Notice tone="attention" title={words.revoke.effect} />
        {revoke.failure !== null && <FailureNotice failure={revoke.failure} />}
        <TextArea
          label={words.revoke.reason}
          hint={words.revoke.reasonHint}
          error={short ? words.review.reasonShort : null}
          value={reason}
          onInput={setReason}
          maxLength={500}
          focusFirst
        />
        <div class="actions actions-end">
          <Button onPress={props.onClose}>{words.common.cancel}</Button>
          <Button type="submit" look="danger" busy={revoke.busy}>
            {words.revoke.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
