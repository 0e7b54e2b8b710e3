import type { Session } from '@anzai/contract';
import { draft } from '../../state/draft.ts';
import { navigate } from '../../state/route.ts';
import { choosePerson, setSession } from '../../state/session.ts';

export type NextPlace = { readonly path: '/home' | '/who' | '/choose'; readonly personId?: string };

/** Where someone belongs who has just signed in: at the person they act for, or at saying who that is. */
export function decideNextPlace(session: Session, acting: 'self' | 'helper' | undefined): NextPlace {
  const fitting = session.principals.filter((one) => acting === undefined || one.acting === acting);
  const [only] = fitting;
  if (only === undefined) return { path: '/who' };
  return fitting.length === 1 ? { path: '/home', personId: only.personId } : { path: '/choose' };
}

export function goOnSignedIn(session: Session): void {
  setSession(session);
  const next = decideNextPlace(session, draft.value.acting);
  if (next.personId !== undefined) choosePerson(next.personId);
  navigate(next.path, 'replace');
}
