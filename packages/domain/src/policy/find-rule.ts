import type { Channel } from '../channel.ts';
import type { Residence } from '../person/residence.ts';
import type { Scheme } from '../scheme.ts';
import type { PeriodRow, Policy, Scope } from './policy.ts';

export function isInScope(scope: Scope, subject: { readonly scheme: Scheme; readonly residence: Residence }): boolean {
  const forScheme = scope.schemes === undefined || scope.schemes.includes(subject.scheme);
  return forScheme && (scope.residences === undefined || scope.residences.includes(subject.residence));
}

/** The first row that fits decides; rows go from the particular to the general. */
export function findPeriodRow(
  policy: Policy,
  subject: { readonly scheme: Scheme; readonly residence: Residence },
): PeriodRow | undefined {
  return policy.periods.find((row) => isInScope(row, subject));
}

/** Whether evidence that arrives by this channel counts for at least one of the schemes. */
export function isChannelOpen(
  policy: Policy,
  subject: { readonly channel: Channel; readonly schemes: readonly Scheme[]; readonly residence: Residence },
): boolean {
  return policy.channels.some(
    (row) =>
      row.channel === subject.channel &&
      subject.schemes.some((scheme) => isInScope(row, { scheme, residence: subject.residence })),
  );
}
