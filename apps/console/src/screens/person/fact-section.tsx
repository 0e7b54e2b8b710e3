import type { JSX } from 'preact';
import { Section } from '../../components/page.tsx';
import { formatDay } from '../../state/format.ts';
import { texts } from '../../state/texts.ts';
import type { PersonDetail } from '../../state/wire.ts';
import { DocumentList } from './document-list.tsx';

export function FactSection({ detail }: { readonly detail: PersonDetail }): JSX.Element {
  const words = texts().person;
  return (
    <Section title={words.facts}>
      <dl class="facts">
        <div>
          <dt>{words.birth}</dt>
          <dd>{formatDay(detail.person.birthOn)}</dd>
        </div>
        <div>
          <dt>{words.phone}</dt>
          <dd class={detail.phoneMasked === null ? 'quiet' : 'code'}>{detail.phoneMasked ?? words.noPhone}</dd>
        </div>
        <div>
          <dt>{words.residence}</dt>
          <dd>{words.residences[detail.residence]}</dd>
        </div>
        <div>
          <dt>{words.address}</dt>
          <dd class={detail.address === null ? 'quiet' : undefined}>{detail.address ?? words.noAddress}</dd>
        </div>
      </dl>
      <h3>{words.documents}</h3>
      <DocumentList personId={detail.person.id} documents={detail.documents} />
    </Section>
  );
}
