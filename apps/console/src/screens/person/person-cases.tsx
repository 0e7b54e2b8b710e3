import type { JSX } from 'preact';
import { EmptyState } from '../../components/notice.tsx';
import { Section } from '../../components/page.tsx';
import { dayOf } from '../../state/format.ts';
import { texts } from '../../state/texts.ts';
import type { CaseSummary } from '../../state/wire.ts';
import { CaseTable } from '../review/case-table.tsx';

export function PersonCases({ cases }: { readonly cases: readonly CaseSummary[] }): JSX.Element {
  const words = texts().person;
  return (
    <Section title={words.cases}>
      {cases.length === 0 ? (
        <EmptyState title={words.casesEmpty}>{words.casesEmptyText}</EmptyState>
      ) : (
        <CaseTable cases={cases} today={dayOf(Date.now())} brief unnamed />
      )}
    </Section>
  );
}
