import { counter } from '@anzai/contract';
import type { JSX } from 'preact';
import type { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { EmptyState, Notice } from '../../components/notice.tsx';
import { Page } from '../../components/page.tsx';
import { Pager } from '../../components/pager.tsx';
import { ResourceView } from '../../components/resource-view.tsx';
import { call } from '../../state/api.ts';
import { saveCsv, toCsv } from '../../state/csv.ts';
import { navigate, place, to } from '../../state/route.ts';
import { texts } from '../../state/texts.ts';
import { useResource } from '../../state/use-resource.ts';
import { FindForm } from './find-form.tsx';
import { parseFindQuery } from './find-query.ts';
import { PeopleTable, toPeopleCsv } from './people-table.tsx';

type Found = z.infer<typeof counter.findPeople.response>;

function ClearFilters(): JSX.Element | null {
  const { query, memory } = place.value;
  if (Object.keys(query).length === 0) return null;
  return <Button onPress={() => navigate(to('/find'), { memory })}>{texts().common.clearFilters}</Button>;
}

/** Nobody found is three different things, and each has its own next step. */
function NobodyFound({ found }: { readonly found: Found }): JSX.Element {
  const words = texts().find;
  if (found.understoodAs === 'document-invalid') {
    return (
      <Notice tone="attention" live title={words.invalid.title}>
        <p>{words.invalid[found.invalidReason ?? 'checksum']}</p>
      </Notice>
    );
  }
  if (found.understoodAs === 'document') {
    return (
      <EmptyState title={words.unknownDocument} icon="find" actions={<ClearFilters />}>
        {words.unknownDocumentText}
      </EmptyState>
    );
  }
  const byName = found.understoodAs === 'name';
  return (
    <EmptyState title={byName ? words.noName : words.noFilter} icon="find" actions={<ClearFilters />}>
      {byName ? words.noNameText : words.noFilterText}
    </EmptyState>
  );
}

function describe(found: Found): string {
  const words = texts().find;
  const more = found.next !== null;
  switch (found.understoodAs) {
    case 'document':
    case 'document-invalid':
      return words.foundByDocument;
    case 'name':
      return words.foundByName(found.people.length, more);
    case 'everyone':
      return words.foundEveryone(found.people.length, more);
  }
}

function Results({ found }: { readonly found: Found }): JSX.Element {
  const words = texts();
  if (found.people.length === 0) return <NobodyFound found={found} />;
  return (
    <>
      <div class="list-head">
        <output>{describe(found)}</output>
        <Button
          size="small"
          look="quiet"
          icon="download"
          onPress={() => {
            const { header, rows } = toPeopleCsv(found.people);
            saveCsv(words.find.file, toCsv(header, rows));
          }}
        >
          {words.common.exportCsv}
        </Button>
      </div>
      <PeopleTable people={found.people} />
      <Pager next={found.next} count={found.people.length} />
    </>
  );
}

export function FindScreen(): JSX.Element {
  const query = parseFindQuery(place.value);
  const found = useResource(JSON.stringify(query), () => call(counter.findPeople, { body: query }));
  return (
    <Page title={texts().find.title} width="wide">
      <FindForm />
      <ResourceView resource={found}>{(value) => <Results found={value} />}</ResourceView>
    </Page>
  );
}
