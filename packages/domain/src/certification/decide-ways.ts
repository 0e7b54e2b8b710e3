import type { Way } from '../channel.ts';
import { ageOn } from '../plain-date.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Residence } from '../person/residence.ts';
import { isInScope } from '../policy/find-rule.ts';
import type { Paper, Policy, WayRow } from '../policy/policy.ts';
import type { Scheme } from '../scheme.ts';

export type WaysInput = {
  readonly policy: Policy;
  readonly today: PlainDate;
  readonly birthOn: PlainDate;
  readonly residence: Residence;
  readonly schemes: readonly Scheme[];
  readonly unitManaged: boolean;
  /** A template that may be used: current, with consent. */
  readonly faceReady: boolean;
  readonly triesLeft: number;
};

export type OpenWay = { readonly way: Way; readonly papers: readonly Paper[] };

function isOpen(row: WayRow, input: WaysInput): boolean {
  if (row.way === 'remote-face' && !(input.faceReady && input.triesLeft > 0)) return false;
  if (row.unitManaged === true && !input.unitManaged) return false;
  return input.schemes.some((scheme) => isInScope(row, { scheme, residence: input.residence }));
}

/** The ways open to this person, best first: the policy's order, with what old age asks for moved to the front. */
export function decideWays(input: WaysInput): readonly OpenWay[] {
  const age = ageOn(input.birthOn, input.today);
  const open = input.policy.ways.filter((row) => isOpen(row, input));
  const isFirst = (row: WayRow): boolean => row.firstFromAge !== undefined && age >= row.firstFromAge;
  const ordered = [
    ...open.filter((row) => row.way === 'remote-face'),
    ...open.filter((row) => row.way !== 'remote-face' && isFirst(row)),
    ...open.filter((row) => row.way !== 'remote-face' && !isFirst(row)),
  ];
  const seen = new Set<Way>();
  return ordered.flatMap((row) => {
    if (seen.has(row.way)) return [];
    seen.add(row.way);
    return [{ way: row.way, papers: row.papers }];
  });
}
