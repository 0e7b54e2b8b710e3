import { counter } from '@anzai/contract';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/field.tsx';
import { EmptyState } from '../../components/notice.tsx';
import { Page } from '../../components/page.tsx';
import { Pager } from '../../components/pager.tsx';
import { ResourceView } from '../../components/resource-view.tsx';
import { call } from '../../state/api.ts';
import { saveCsv, toCsv } from '../../state/csv.ts';
import { dayOf } from '../../state/format.ts';
import { navigate, place, setQuery, to } from '../../state/route.ts';
import { may } from '../../state/session.ts';
import { texts } from '../../state/texts.ts';
import { useResource } from '../../state/use-resource.ts';
import { caseQueue } from './case-queue.ts';
import { CaseTable, toCaseCsv } from './case-table.tsx';

type Listed = z.infer<typeof counter.listCases.response>;

const states = ['open', 'waiting-second', 'closed'] as const;
const kinds = ['attempt-review', 'duplicate-face', 'way-chosen', 'attack-alarm'] as const;

/** `all` stands in the address, so that the plain address means what is to be done. */
function parseQuery(): { state?: (typeof states)[number]; kind?: (typeof kinds)[number]; after?: string } {
  const { query } = place.value;
  const asked = query['state'] ?? 'open';
  const state = states.find((one) => one === asked);
  const kind = kinds.find((one) => one === query['kind']);
  const { after } = query;
  return {
    ...(state === undefined ? {} : { state }),
    ...(kind === undefined ? {} : { kind }),
    ...(after === undefined ? {} : { after }),
  };
}

function Filters(): JSX.Element {
  const words = texts();
  const { state = 'all', kind = '' } = parseQuery();
  return (
    <div class="filters panel">
      <Select
        label={words.review.columns.state}
        value={state}
        choices={[
          ...states.map((value) => ({ value, label: words.review.states[value] })),
          { value: 'all' as const, label: words.common.all },
        ]}
        onChange={(value) => setQuery({ state: value === 'open' ? '' : value })}
      />
      <Select
        label={words.review.columns.kind}
        value={kind}
        choices={[
          { value: '' as const, label: words.common.all },
          ...kinds.map((value) => ({ value, label: words.review.kinds[value] })),
        ]}
        onChange={(value) => setQuery({ kind: value })}
      />
    </div>
  );
}

function Results({ listed }: { readonly listed: Listed }): JSX.Element {
  const words = texts();
  useEffect(() => {
    caseQueue.value = listed.cases;
  }, [listed]);
  if (listed.cases.length === 0) {
    const filtered = Object.keys(place.value.query).length > 0;
    return (
      <EmptyState
        icon="check"
        title={filtered ? words.review.emptyFilter : words.review.empty}
        actions={
          filtered ? <Button onPress={() => navigate(to('/review'))}>{words.common.clearFilters}</Button> : undefined
        }
      >
        {words.review.emptyText}
      </EmptyState>
    );
  }
  return (
    <>
      <div class="list-head">
        <p class="quiet">{words.review.lead}</p>
        <Button
          size="small"
          look="quiet"
          icon="download"
          onPress={() => {
            const { header, rows } = toCaseCsv(listed.cases);
            saveCsv(words.review.file, toCsv(header, rows));
          }}
        >
          {words.common.exportCsv}
        </Button>
      </div>
      <CaseTable cases={listed.cases} today={dayOf(Date.now())} />
      <Pager next={listed.next} count={listed.cases.length} />
    </>
  );
}

export function CasesScreen(): JSX.Element {
  const words = texts().review;
  const query = parseQuery();
  const listed = useResource(JSON.stringify(query), () => call(counter.listCases, { query }));
  return (
    <Page title={may('cases:review') ? words.title : words.titleCases} width="wide">
      <Filters />
      <ResourceView resource={listed}>{(value) => <Results listed={value} />}</ResourceView>
    </Page>
  );
}
