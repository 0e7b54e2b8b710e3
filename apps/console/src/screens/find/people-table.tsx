import type { JSX } from 'preact';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { StandingMark, TemplateMark } from '../../components/status-mark.tsx';
import type { CsvRow } from '../../state/csv.ts';
import { to } from '../../state/route.ts';
import { texts } from '../../state/texts.ts';
import type { PersonRow } from '../../state/wire.ts';

function dueOf(person: PersonRow): string {
  return person.standing.dueOn ?? person.standing.validUntil ?? '—';
}

function listColumns(): Column<PersonRow>[] {
  const words = texts().find.columns;
  const { schemesShort } = texts();
  return [
    { id: 'name', label: words.name, cell: (person) => <strong>{person.name}</strong> },
    { id: 'birth', label: words.birth, cell: (person) => person.birthOn, kind: 'code' },
    { id: 'document', label: words.document, cell: (person) => person.documentMasked, kind: 'code' },
    {
      id: 'schemes',
      label: words.schemes,
      cell: (person) => person.schemes.map((scheme) => schemesShort[scheme]).join(' · '),
      wideOnly: true,
    },
    { id: 'standing', label: words.standing, cell: (person) => <StandingMark state={person.standing.state} /> },
    { id: 'due', label: words.due, cell: dueOf, kind: 'code' },
    { id: 'template', label: words.template, cell: (person) => <TemplateMark state={person.template} /> },
  ];
}

export function PeopleTable({ people }: { readonly people: readonly PersonRow[] }): JSX.Element {
  return (
    <DataTable
      caption={texts().find.title}
      columns={listColumns()}
      rows={people}
      rowKey={(person) => person.id}
      href={(person) => to(`/people/${person.id}`)}
    />
  );
}

/** The same columns for a spreadsheet; document numbers stay masked. */
export function toPeopleCsv(people: readonly PersonRow[]): { header: string[]; rows: CsvRow[] } {
  const words = texts();
  const columns = words.find.columns;
  return {
    header: Object.values(columns),
    rows: people.map((person) => [
      person.name,
      person.birthOn,
      person.documentMasked,
      person.schemes.map((scheme) => words.schemesShort[scheme]).join('; '),
      words.standing[person.standing.state],
      person.standing.dueOn ?? person.standing.validUntil,
      words.template[person.template],
    ]),
  };
}
