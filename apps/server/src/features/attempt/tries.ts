import { addDays, type Policy } from '@anzai/domain';
import type { Context } from '../../platform/deps.ts';
import { listCountedTries } from './tries-store.ts';

export type TriesFacts = {
  readonly used: number;
  readonly max: number;
  readonly doubtfulBefore: boolean;
  readonly attemptIds: readonly string[];
  /** First day on which the oldest of them no longer counts. */
  readonly againOn: string | null;
};

export async function countTries(
  context: Context,
  wanted: {
    readonly personId: string;
    readonly purpose: 'certification' | 'enrolment';
    readonly atCounter: boolean;
    readonly policy: Policy;
  },
): Promise<TriesFacts> {
  const { tries } = wanted.policy;
  const since = addDays(context.clock.today(), 1 - tries.windowDays);
  const counted = await listCountedTries(context.db, { ...wanted, since });
  const oldest = counted[0];
  return {
    used: counted.length,
    max: wanted.atCounter ? tries.counterMax : tries.max,
    doubtfulBefore: counted.some((each) => each.match === 'doubtful'),
    attemptIds: counted.map((each) => each.id),
    againOn: oldest === undefined ? null : addDays(oldest.startedOn, tries.windowDays),
  };
}

/** Remote tries that the person has left today. */
export async function countTriesLeft(
  context: Context,
  wanted: { readonly personId: string; readonly policy: Policy },
): Promise<number> {
  const tries = await countTries(context, { ...wanted, purpose: 'certification', atCounter: false });
  return Math.max(0, tries.max - tries.used);
}
