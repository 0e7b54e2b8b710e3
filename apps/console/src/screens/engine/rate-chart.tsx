import type { JSX } from 'preact';
import { formatShare } from '../../state/format.ts';
import { texts } from '../../state/texts.ts';
import type { RatePoint } from './rate-points.ts';

const width = 460;
const height = 230;
const left = 52;
const right = 18;
const top = 16;
const bottom = 34;

/** The lowest line of the chart: a round number below the lowest interval, so that differences near 100 % can be seen. */
function floorOf(points: readonly RatePoint[]): number {
  const lowest = Math.min(...points.map((point) => point.low));
  const rounded = Math.floor(lowest * 20) / 20;
  return Math.max(0, Math.min(0.9, rounded));
}

function ticksFrom(floor: number): number[] {
  return [0, 1, 2, 3, 4].map((step) => floor + ((1 - floor) * step) / 4);
}

/** Acceptance over false match rate with 95 % intervals; the table beside says the same. */
export function RateChart({ points }: { readonly points: readonly RatePoint[] }): JSX.Element {
  const words = texts().engine;
  const floor = floorOf(points);
  const x = (index: number): number => left + ((width - left - right) * (index + 0.5)) / points.length;
  const y = (share: number): number => top + (height - top - bottom) * (1 - (share - floor) / (1 - floor));
  const line = points.map((point, index) => `${index === 0 ? 'M' : 'L'}${x(index)} ${y(point.tar)}`).join('');
  return (
    <figure class="chart">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${words.chartTitle}. ${words.chartText}`}>
        {ticksFrom(floor).map((tick) => (
          <g key={tick}>
            <line class="chart-grid" x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
            <text class="chart-label" x={left - 8} y={y(tick) + 4} text-anchor="end">
              {formatShare(tick, 1)}
            </text>
          </g>
        ))}
        <path class="chart-line" d={line} />
        {points.map((point, index) => (
          <g key={point.fmr}>
            <path
              class="chart-interval"
              d={`M${x(index)} ${y(point.low)}V${y(point.high)}M${x(index) - 6} ${y(point.low)}h12M${x(index) - 6} ${y(point.high)}h12`}
            />
            <circle class="chart-point" cx={x(index)} cy={y(point.tar)} r="4.5" />
            <text class="chart-label" x={x(index)} y={height - 12} text-anchor="middle">
              {point.fmrShort}
            </text>
          </g>
        ))}
      </svg>
      <figcaption class="hint">{words.chartText}</figcaption>
    </figure>
  );
}
