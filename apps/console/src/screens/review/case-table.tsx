import type { JSX } from 'preact';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { CaseMark } from '../../components/status-mark.tsx';
import type { CsvRow } from '../../state/csv.ts';
import { dayOf, daysBetween } from '../../state/format.ts';
import { to } from '../../state/route.ts';
import { texts } from '../../state/texts.ts';
import type { CaseSummary } from '../../state/wire.ts';

function Due({ one, today }: { readonly one: CaseSummary; readonly today: string }): JSX.Element {
  const words = texts().review;
  if (one.state === 'closed') return <span class="code">{one.decideBy}</span>;
  const days = daysBetween(today, one.decideBy);
  return (
    <span class="due">
      <span class="code">{one.decideBy}</span>
      <span class={days < 0 ? 'due-late' : 'quiet'}>{days < 0 ? words.overdueBy(-days) : words.dueIn(days)}</span>
    </span>
  );
}

type CaseTableProps = {
  readonly cases: readonly CaseSummary[];
  /** The agency's day, for "still so many days". */
  readonly today: string;
  readonly brief?: boolean;
  readonly unnamed?: boolean;
};

function listColumns(props: CaseTableProps): Column<CaseSummary>[] {
  const words = texts().review;
  const all: (Column<CaseSummary> & { readonly only?: 'full' | 'named' })[] = [
    { id: 'number', label: words.columns.number, cell: (one) => one.number, kind: 'code' },
    { id: 'person', label: words.columns.person, cell: (one) => <strong>{one.personName}</strong>, only: 'named' },
    {
      id: 'kind',
      label: words.columns.kind,
      cell: (one) => (
        <>
          {words.kinds[one.kind]}
          {one.way !== null && <span class="quiet"> · {texts().ways[one.way]}</span>}
        </>
      ),
    },
    { id: 'opened', label: words.columns.opened, cell: (one) => dayOf(one.openedAt), kind: 'code', only: 'full' },
    { id: 'decideBy', label: words.columns.decideBy, cell: (one) => <Due one={one} today={props.today} /> },
    { id: 'state', label: words.columns.state, cell: (one) => <CaseMark state={one.state} /> },
  ];
  return all.filter(
    (column) =>
      !(props.brief === true && column.only === 'full') && !(props.unnamed === true && column.only === 'named'),
  );
}

export function CaseTable(props: CaseTableProps): JSX.Element {
  return (
    <DataTable
      caption={texts().review.title}
      columns={listColumns(props)}
      rows={props.cases}
      rowKey={(one) => one.id}
      href={(one) => to(`/review/${one.id}`)}
      dim={(one) => one.state === 'closed'}
    />
  );
}

export function toCaseCsv(cases: readonly CaseSummary[]): { header: string[]; rows: CsvRow[] } {
  const words = texts();
  const { columns, kinds, states } = words.review;
  return {
    header: [
      columns.number,
      columns.person,
      columns.kind,
      columns.way,
      columns.opened,
      columns.decideBy,
      columns.state,
    ],
    rows: cases.map((one) => [
      one.number,
      one.personName,
      kinds[one.kind],
      one.way === null ? null : words.ways[one.way],
      dayOf(one.openedAt),
      one.decideBy,
      states[one.state],
    ]),
  };
}
