import type { JSX } from 'preact';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/notice.tsx';
import { Section } from '../../components/page.tsx';
import { formatCount, formatShare } from '../../state/format.ts';
import { textOf, texts } from '../../state/texts.ts';
import type { EngineStatus } from '../../state/wire.ts';
import { RateChart } from './rate-chart.tsx';
import { groupRate, toRatePoints, type RatePoint } from './rate-points.ts';

type Calibration = NonNullable<EngineStatus['calibration']>;
type Group = Calibration['groups'][number];

function listRateColumns(): Column<RatePoint>[] {
  const words = texts().engine;
  return [
    { id: 'fmr', label: words.fmr, cell: (point) => point.fmrText },
    { id: 'tar', label: words.tar, cell: (point) => formatShare(point.tar, 2), kind: 'number' },
    {
      id: 'interval',
      label: words.interval,
      kind: 'number',
      cell: (point) => `${formatShare(point.low, 2)} – ${formatShare(point.high, 2)}`,
    },
    { id: 'threshold', label: words.threshold, cell: (point) => point.threshold.toFixed(4), kind: 'number' },
  ];
}

function listGroupColumns(): Column<Group>[] {
  const words = texts().engine;
  return [
    { id: 'group', label: words.group, cell: (group) => textOf(words.groupNames, group.group) },
    { id: 'fmr', label: words.fmr, cell: groupRate, kind: 'number' },
    { id: 'threshold', label: words.threshold, cell: (group) => group.threshold.toFixed(4), kind: 'number' },
    { id: 'pairs', label: words.groupImpostor, cell: (group) => formatCount(group.impostorPairs), kind: 'number' },
  ];
}

function Rates({ calibration }: { readonly calibration: Calibration }): JSX.Element {
  const words = texts().engine;
  const points = toRatePoints(calibration);
  return (
    <>
      <p class="quiet">
        {words.ratesLead(calibration.data)} ·{' '}
        {words.counts(formatCount(calibration.people), formatCount(calibration.images))} ·{' '}
        {words.pairs(formatCount(calibration.genuinePairs), formatCount(calibration.impostorPairs))}
      </p>
      <div class="rates">
        <div>
          <DataTable
            caption={words.rates}
            columns={listRateColumns()}
            rows={points}
            rowKey={(point) => String(point.fmr)}
          />
          <p class="hint">
            {words.fmr}: {words.fmrHint} {words.tar}: {words.tarHint}
          </p>
        </div>
        {points.length > 0 && <RateChart points={points} />}
      </div>
      {calibration.groups.length > 0 && (
        <>
          <h3>{words.groups}</h3>
          <p class="quiet">{words.groupsLead}</p>
          <DataTable
            caption={words.groups}
            columns={listGroupColumns()}
            rows={calibration.groups.toSorted((a, b) => a.threshold - b.threshold || a.group.localeCompare(b.group))}
            rowKey={(group) => `${group.group} ${group.threshold}`}
          />
        </>
      )}
    </>
  );
}

/** What was measured, on how many, and how sure that is. Nothing measured is said as that. */
export function CalibrationSection({ status }: { readonly status: EngineStatus }): JSX.Element {
  const words = texts().engine;
  return (
    <Section title={words.rates}>
      {status.calibration === null ? (
        <EmptyState title={words.none} icon="chart">
          {words.noneText}
        </EmptyState>
      ) : (
        <Rates calibration={status.calibration} />
      )}
    </Section>
  );
}
