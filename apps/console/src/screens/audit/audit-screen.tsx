import { counter } from '@anzai/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { TextField } from '../../components/field.tsx';
import { EmptyState, Notice } from '../../components/notice.tsx';
import { Page } from '../../components/page.tsx';
import { Pager } from '../../components/pager.tsx';
import { ResourceView } from '../../components/resource-view.tsx';
import { call } from '../../state/api.ts';
import { saveCsv, toCsv } from '../../state/csv.ts';
import { formatCount, formatStamp } from '../../state/format.ts';
import { place, setQuery } from '../../state/route.ts';
import { texts } from '../../state/texts.ts';
import { useCommand } from '../../state/use-command.ts';
import { useResource } from '../../state/use-resource.ts';
import type { AuditRow } from '../../state/wire.ts';

type Listed = z.infer<typeof counter.listAudit.response>;
type Verified = z.infer<typeof counter.verifyAudit.response>;

function listColumns(): Column<AuditRow>[] {
  const words = texts().audit;
  return [
    { id: 'sequence', label: words.columns.sequence, cell: (row) => row.sequence, kind: 'number' },
    { id: 'at', label: words.columns.at, cell: (row) => formatStamp(row.at), kind: 'code' },
    {
      id: 'actor',
      label: words.columns.actor,
      cell: (row) => (
        <>
          {row.actorName} <span class="quiet">{words.actors[row.actorKind]}</span>
        </>
      ),
    },
    { id: 'action', label: words.columns.action, cell: (row) => row.action, kind: 'code' },
    {
      id: 'subject',
      label: words.columns.subject,
      kind: 'code',
      cell: (row) => (
        <button type="button" class="link" title={row.subjectId} onClick={() => setQuery({ subject: row.subjectId })}>
          {row.subjectKind} …{row.subjectId.slice(-8)}
        </button>
      ),
    },
    {
      id: 'hash',
      label: words.columns.hash,
      kind: 'code',
      wideOnly: true,
      cell: (row) => (
        <span class="quiet" title={row.hash}>
          {row.hash.slice(0, 12)}…
        </span>
      ),
    },
  ];
}

function exportRows(entries: readonly AuditRow[]): void {
  const { columns, file } = texts().audit;
  const rows = entries.map((row) => [
    row.sequence,
    row.at,
    row.actorName,
    row.action,
    `${row.subjectKind} ${row.subjectId}`,
    row.hash,
  ]);
  saveCsv(file, toCsv(Object.values(columns), rows));
}

function Filters(): JSX.Element {
  const words = texts();
  const { query } = place.value;
  const [action, setAction] = useState(query['action'] ?? '');
  const [subject, setSubject] = useState(query['subject'] ?? '');
  return (
    <form
      class="filters panel"
      onSubmit={(event) => {
        event.preventDefault();
        setQuery({ action: action.trim(), subject: subject.trim() });
      }}
    >
      <TextField label={words.audit.action} value={action} onInput={setAction} maxLength={100} />
      <TextField label={words.audit.subject} value={subject} onInput={setSubject} maxLength={100} />
      <Button type="submit">{words.common.filter}</Button>
      {Object.keys(query).length > 0 && (
        <Button
          look="quiet"
          onPress={() => {
            setAction('');
            setSubject('');
            setQuery({ action: '', subject: '' });
          }}
        >
          {words.common.clearFilters}
        </Button>
      )}
    </form>
  );
}

function Results({ listed }: { readonly listed: Listed }): JSX.Element {
  const words = texts();
  if (listed.entries.length === 0) {
    return <EmptyState title={words.audit.empty}>{words.audit.emptyText}</EmptyState>;
  }
  return (
    <>
      <DataTable
        caption={words.audit.title}
        columns={listColumns()}
        rows={listed.entries}
        rowKey={(row) => row.sequence}
      />
      <div class="list-head">
        <Pager next={listed.next} count={listed.entries.length} />
        <Button size="small" look="quiet" icon="download" onPress={() => exportRows(listed.entries)}>
          {words.common.exportCsv}
        </Button>
      </div>
    </>
  );
}

function Verdict({ verified }: { readonly verified: Verified }): JSX.Element {
  const words = texts().audit;
  return verified.intact ? (
    <Notice tone="success" live title={words.intact(formatCount(verified.entries))} />
  ) : (
    <Notice tone="danger" live title={words.broken(verified.brokenAt ?? '?')} />
  );
}

export function AuditScreen(): JSX.Element {
  const words = texts().audit;
  const { action, subject, after } = place.value.query;
  const query = {
    ...(action === undefined ? {} : { action }),
    ...(subject === undefined ? {} : { subjectId: subject }),
    ...(after === undefined ? {} : { after }),
  };
  const listed = useResource(JSON.stringify(query), () => call(counter.listAudit, { query }));
  const [verified, setVerified] = useState<Verified | null>(null);
  const verify = useCommand(counter.verifyAudit);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      width="wide"
      actions={
        <Button
          icon="shield"
          busy={verify.busy}
          onPress={() =>
            void verify.run({}).then((answer) => {
              if (answer?.ok === true) setVerified(answer.value);
            })
          }
        >
          {words.verify}
        </Button>
      }
    >
      {verify.failure !== null && <FailureNotice failure={verify.failure} />}
      {verified !== null && !verify.busy && <Verdict verified={verified} />}
      <Filters />
      <ResourceView resource={listed}>{(value) => <Results listed={value} />}</ResourceView>
    </Page>
  );
}
