import { counter } from '@anzai/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { may } from '../../state/session.ts';
import { texts } from '../../state/texts.ts';
import { useCommand } from '../../state/use-command.ts';
import type { PersonDetail } from '../../state/wire.ts';

type Document = PersonDetail['documents'][number];

/** A shown number covers itself again: a screen at a counter is seen by whoever stands there. */
const shownMs = 60_000;

function Item(props: { readonly personId: string; readonly document: Document }): JSX.Element {
  const words = texts();
  const { personId, document } = props;
  const [number, setNumber] = useState<string | null>(null);
  const reveal = useCommand(counter.revealDocument);

  async function show(): Promise<void> {
    const answer = await reveal.run({ params: { personId, documentId: document.id } });
    if (answer?.ok !== true) return;
    setNumber(answer.value.number);
    window.setTimeout(() => setNumber(null), shownMs);
  }

  return (
    <li class={document.current ? '' : 'row-dim'}>
      <span>
        {words.documentKinds[document.kind]}
        {!document.current && <span class="quiet"> · {words.person.former}</span>}
      </span>
      <span class="document-number">
        <span class="code">{number ?? document.masked}</span>
        {may('documents:reveal') && (
          <Button
            size="small"
            look="quiet"
            icon={number === null ? 'eye' : 'cover'}
            busy={reveal.busy}
            onPress={() => (number === null ? void show() : setNumber(null))}
          >
            {number === null ? words.person.reveal : words.person.hide}
          </Button>
        )}
      </span>
      {reveal.failure !== null && <FailureNotice failure={reveal.failure} />}
    </li>
  );
}

export function DocumentList(props: {
  readonly personId: string;
  readonly documents: readonly Document[];
}): JSX.Element {
  return (
    <>
      <ul class="documents">
        {props.documents.map((document) => (
          <Item key={document.id} personId={props.personId} document={document} />
        ))}
      </ul>
      {may('documents:reveal') && <p class="hint no-print">{texts().person.revealHint}</p>}
    </>
  );
}
