import type { Session } from '@anzai/contract';
import type { Need } from './screens/screen-table.tsx';

type EntryFacts = {
  readonly path: string;
  readonly need: Need;
  readonly session: Session;
  readonly hasPerson: boolean;
  /** The sign-in code screen needs the number that it was sent to. */
  readonly hasPhone: boolean;
};

/** Where a visitor must go first; undefined when they may stay where they are. */
export function decideEntry(facts: EntryFacts): string | undefined {
  const { path, need, session, hasPerson, hasPhone } = facts;
  if (path === '/' && session.signedIn && hasPerson) return '/home';
  if (path === '/code' && !hasPhone) return '/sign-in';
  if (need !== 'nothing' && !session.signedIn) return '/for-whom';
  if (need === 'person' && !hasPerson) return session.principals.length > 1 ? '/choose' : '/who';
  return undefined;
}
