import { formatCount } from '../../state/format.ts';
import { texts } from '../../state/texts.ts';
import type { EngineStatus } from '../../state/wire.ts';

type Calibration = NonNullable<EngineStatus['calibration']>;

export type RatePoint = {
  readonly fmr: number;
  /** "1 in 10,000". */
  readonly fmrText: string;
  /** "1/10,000", for the axis of the chart. */
  readonly fmrShort: string;
  readonly tar: number;
  readonly low: number;
  readonly high: number;
  readonly threshold: number;
};

export function oneIn(rate: number): string {
  return texts().engine.oneIn(formatCount(Math.round(1 / rate)));
}

/** A group's rate; no error seen is said with the number of pairs it was not seen in. */
export function groupRate(group: Calibration['groups'][number]): string {
  return group.fmr > 0 ? oneIn(group.fmr) : texts().engine.noneIn(formatCount(group.impostorPairs));
}

/** From the loosest to the strictest false match rate. */
export function toRatePoints(calibration: Calibration): RatePoint[] {
  return Object.entries(calibration.tarAtFmr)
    .map(([key, value]) => ({
      fmr: Number(key),
      fmrText: oneIn(Number(key)),
      fmrShort: `1/${formatCount(Math.round(1 / Number(key)))}`,
      ...value,
    }))
    .toSorted((a, b) => b.fmr - a.fmr);
}
