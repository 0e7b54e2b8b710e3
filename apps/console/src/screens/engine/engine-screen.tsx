import { counter } from '@anzai/contract';
import type { JSX } from 'preact';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { Notice } from '../../components/notice.tsx';
import { Page, Section } from '../../components/page.tsx';
import { ResourceView } from '../../components/resource-view.tsx';
import { call } from '../../state/api.ts';
import { formatCount } from '../../state/format.ts';
import { textOf, texts } from '../../state/texts.ts';
import { useResource } from '../../state/use-resource.ts';
import type { EngineStatus } from '../../state/wire.ts';
import { CalibrationSection } from './calibration-section.tsx';

type Model = EngineStatus['models'][number];

function listModelColumns(): Column<Model>[] {
  const words = texts().engine;
  return [
    { id: 'role', label: words.role, cell: (model) => textOf(words.roles, model.role) },
    { id: 'file', label: words.file, cell: (model) => model.file, kind: 'code' },
    { id: 'licence', label: words.licence, cell: (model) => model.licence },
    { id: 'source', label: words.source, cell: (model) => model.source, wideOnly: true },
    {
      id: 'hash',
      label: words.hash,
      kind: 'code',
      wideOnly: true,
      cell: (model) => <span title={model.sha256}>{model.sha256.slice(0, 12)}…</span>,
    },
  ];
}

function Pack({ status }: { readonly status: EngineStatus }): JSX.Element {
  const words = texts().engine;
  return (
    <Section title={words.pack}>
      <p class="pack-title">{status.packTitle}</p>
      <dl class="facts facts-wide">
        <div>
          <dt>{words.version}</dt>
          <dd class="code">
            {status.packId} {status.packVersion}
          </dd>
        </div>
        <div>
          <dt>{words.embedder}</dt>
          <dd class="code">
            {status.embedder.id} {status.embedder.version}
          </dd>
        </div>
        <div>
          <dt>{words.passivePad}</dt>
          <dd>{status.passivePad ? words.passivePadYes : words.passivePadNo}</dd>
        </div>
        <div>
          <dt>{words.threads}</dt>
          <dd>{status.threads}</dd>
        </div>
      </dl>
    </Section>
  );
}

function Templates({ status }: { readonly status: EngineStatus }): JSX.Element {
  const words = texts().engine;
  return (
    <Section title={words.templates}>
      <dl class="pair">
        <div>
          <dt>{words.templatesAll}</dt>
          <dd>{formatCount(status.templates)}</dd>
        </div>
        <div>
          <dt>{words.renew}</dt>
          <dd>{formatCount(status.templatesToRenew)}</dd>
        </div>
      </dl>
      <p class="hint">{status.templatesToRenew === 0 ? words.renewNone : words.renewText}</p>
    </Section>
  );
}

export function EngineScreen(): JSX.Element {
  const words = texts().engine;
  const status = useResource('engine', () => call(counter.getEngineStatus, {}));
  return (
    <Page title={words.title} lead={words.lead} width="wide">
      <ResourceView resource={status}>
        {(value) => (
          <>
            {value.warning === 'demonstration-only' && (
              <Notice tone="attention" title={words.warningTitle}>
                <p>{words.warningText}</p>
              </Notice>
            )}
            <div class="columns columns-wide-left">
              <Pack status={value} />
              <Templates status={value} />
            </div>
            <CalibrationSection status={value} />
            <Section title={words.models}>
              <DataTable
                caption={words.models}
                columns={listModelColumns()}
                rows={value.models}
                rowKey={(model) => `${model.role} ${model.file}`}
              />
            </Section>
          </>
        )}
      </ResourceView>
    </Page>
  );
}
