import { counter } from '@anzai/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button, ButtonLink } from '../../components/button.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { TextArea } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { to } from '../../state/route.ts';
import { texts } from '../../state/texts.ts';
import { useCommand } from '../../state/use-command.ts';
import type { CaseSummary } from '../../state/wire.ts';

/** A chosen way is carried out outside the software; here its result is noted. */
export function WayForm(props: {
  readonly summary: CaseSummary;
  readonly onDecided: (summary: CaseSummary) => void;
}): JSX.Element {
  const words = texts();
  const { summary } = props;
  const [note, setNote] = useState('');
  const [short, setShort] = useState(false);
  const close = useCommand(counter.closeWayCase);

  async function submit(): Promise<void> {
    setShort(note.trim().length < 3);
    if (note.trim().length < 3) return;
    const answer = await close.run({ params: { caseId: summary.id }, body: { note: note.trim() } });
    if (answer?.ok === true) props.onDecided(answer.value);
  }

  return (
    <form
      class="form decision"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {summary.way !== null && <Notice title={words.review.waySays(words.ways[summary.way])} />}
      {close.failure !== null && <FailureNotice failure={close.failure} />}
      <TextArea
        label={words.review.wayNote}
        hint={words.review.wayNoteHint}
        error={short ? words.review.reasonShort : null}
        value={note}
        onInput={setNote}
      />
      <div class="actions">
        <Button type="submit" look="primary" busy={close.busy}>
          {words.review.wayClose}
        </Button>
        <ButtonLink href={to(`/people/${summary.personId}/document`)} icon="document">
          {words.review.certifyDocument}
        </ButtonLink>
      </div>
    </form>
  );
}
