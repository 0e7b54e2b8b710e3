import { mean } from './statistics.ts';

export type Fit = {
  readonly slope: number;
  /** Sum of squares about the mean. */
  readonly total: number;
  /** The part of `total` that the line explains. */
  readonly explained: number;
};

/** Least squares line of `values` over `drivers`. */
export function fitSlope(drivers: readonly number[], values: readonly number[]): Fit {
  const meanDriver = mean(drivers);
  const meanValue = mean(values);
  let cross = 0;
  let spread = 0;
  let total = 0;
  for (const [index, driver] of drivers.entries()) {
    const dx = driver - meanDriver;
    const dy = (values[index] ?? 0) - meanValue;
    cross += dx * dy;
    spread += dx * dx;
    total += dy * dy;
  }
  if (spread === 0) return { slope: 0, total, explained: 0 };
  return { slope: cross / spread, total, explained: (cross * cross) / spread };
}
