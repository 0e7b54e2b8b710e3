import type { JSX } from 'preact';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/notice.tsx';
import { Section } from '../../components/page.tsx';
import { Mark } from '../../components/status-mark.tsx';
import { formatMoney } from '../../state/format.ts';
import { texts } from '../../state/texts.ts';
import type { PersonDetail } from '../../state/wire.ts';

type Benefit = PersonDetail['benefits'][number];

const tones = { paid: 'success', suspended: 'danger', ended: 'quiet' } as const;

function listColumns(): Column<Benefit>[] {
  const words = texts().person;
  const { schemes } = texts();
  return [
    { id: 'scheme', label: words.benefits, cell: (benefit) => schemes[benefit.scheme] },
    { id: 'monthly', label: words.monthly, cell: (benefit) => formatMoney(benefit.monthlyFen), kind: 'number' },
    { id: 'since', label: words.since, cell: (benefit) => benefit.since, kind: 'code' },
    {
      id: 'state',
      label: words.state,
      cell: (benefit) => <Mark tone={tones[benefit.state]}>{words.benefitStates[benefit.state]}</Mark>,
    },
  ];
}

export function BenefitSection({ benefits }: { readonly benefits: readonly Benefit[] }): JSX.Element {
  const words = texts();
  return (
    <Section title={words.person.benefits}>
      {benefits.length === 0 ? (
        <EmptyState title={words.sentence.notSubject} />
      ) : (
        <DataTable caption={words.person.benefits} columns={listColumns()} rows={benefits} rowKey={(one) => one.id} />
      )}
    </Section>
  );
}
