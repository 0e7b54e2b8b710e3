import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/notice.tsx';
import { Section } from '../../components/page.tsx';
import { Mark } from '../../components/status-mark.tsx';
import { formatStamp } from '../../state/format.ts';
import { may } from '../../state/session.ts';
import { texts } from '../../state/texts.ts';
import type { PersonDetail } from '../../state/wire.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';

type Consent = PersonDetail['consents'][number];

const tones = { given: 'success', refused: 'attention', withdrawn: 'quiet' } as const;

/** The decision in force. */
export function latestConsent(consents: readonly Consent[]): Consent | undefined {
  return consents.toSorted((a, b) => b.at.localeCompare(a.at))[0];
}

function listColumns(): Column<Consent>[] {
  const words = texts().person;
  return [
    {
      id: 'decision',
      label: words.state,
      cell: (one) => <Mark tone={tones[one.decision]}>{words.consentStates[one.decision]}</Mark>,
    },
    { id: 'at', label: words.enrolledAt, cell: (one) => formatStamp(one.at), kind: 'code' },
    { id: 'by', label: words.by, cell: (one) => one.by },
    { id: 'version', label: words.consentVersion, cell: (one) => one.textVersion, kind: 'code', wideOnly: true },
  ];
}

export function ConsentSection(props: { readonly detail: PersonDetail; readonly onChanged: () => void }): JSX.Element {
  const words = texts().person;
  const { consents, person } = props.detail;
  const [withdrawing, setWithdrawing] = useState(false);
  const mayWithdraw = may('people:enrol') && latestConsent(consents)?.decision === 'given';
  return (
    <Section
      title={words.consents}
      actions={
        mayWithdraw ? (
          <Button look="quiet" size="small" onPress={() => setWithdrawing(true)}>
            {words.withdraw}
          </Button>
        ) : undefined
      }
    >
      {consents.length === 0 ? (
        <EmptyState title={words.consentsEmpty}>{words.consentsEmptyText}</EmptyState>
      ) : (
        <DataTable caption={words.consents} columns={listColumns()} rows={consents} rowKey={(one) => one.id} />
      )}
      {withdrawing && (
        <WithdrawDialog
          person={person}
          onClose={() => setWithdrawing(false)}
          onDone={() => {
            setWithdrawing(false);
            props.onChanged();
          }}
        />
      )}
    </Section>
  );
}
