import { counter } from '@anzai/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button, ButtonLink } from '../../components/button.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/notice.tsx';
import { Section } from '../../components/page.tsx';
import { CertificateMark } from '../../components/status-mark.tsx';
import { client } from '../../state/api.ts';
import { may } from '../../state/session.ts';
import { locale, texts } from '../../state/texts.ts';
import type { CertificateSummary } from '../../state/wire.ts';
import { RevokeDialog } from './revoke-dialog.tsx';

export function certificatePdf(certificateId: string): string {
  return client.href(counter.getStaffCertificatePdf, { params: { certificateId }, query: { locale: locale.value } });
}

function listColumns(onRevoke: (certificate: CertificateSummary) => void): Column<CertificateSummary>[] {
  const words = texts();
  return [
    {
      id: 'number',
      label: words.person.number,
      kind: 'code',
      cell: (one) => (
        <>
          {one.number}
          <span class="quiet certificate-channel">{words.channels[one.channel]}</span>
        </>
      ),
    },
    { id: 'certifiedOn', label: words.person.certifiedOn, cell: (one) => one.certifiedOn, kind: 'code' },
    { id: 'validUntil', label: words.person.validUntil, cell: (one) => one.validUntil, kind: 'code' },
    { id: 'state', label: words.person.state, cell: (one) => <CertificateMark state={one.state} /> },
    {
      id: 'actions',
      label: texts().person.nextSteps,
      kind: 'action',
      cell: (one) => (
        <>
          <ButtonLink href={certificatePdf(one.id)} look="quiet" size="small" external>
            {words.person.pdf}
          </ButtonLink>
          {one.state !== 'revoked' && may('certificates:revoke') && (
            <Button look="quiet" size="small" onPress={() => onRevoke(one)}>
              {words.person.revoke}
            </Button>
          )}
        </>
      ),
    },
  ];
}

export function CertificateSection(props: {
  readonly certificates: readonly CertificateSummary[];
  readonly onChanged: () => void;
}): JSX.Element {
  const words = texts().person;
  const [revoking, setRevoking] = useState<CertificateSummary | null>(null);
  return (
    <Section title={words.certificates}>
      {props.certificates.length === 0 ? (
        <EmptyState title={words.certificateEmpty}>{words.certificateEmptyText}</EmptyState>
      ) : (
        <DataTable
          caption={words.certificates}
          columns={listColumns(setRevoking)}
          rows={props.certificates}
          rowKey={(one) => one.id}
          dim={(one) => one.state !== 'valid'}
        />
      )}
      {revoking !== null && (
        <RevokeDialog
          certificate={revoking}
          onClose={() => setRevoking(null)}
          onDone={() => {
            setRevoking(null);
            props.onChanged();
          }}
        />
      )}
    </Section>
  );
}
