import type { Permission } from '@anzai/domain';
import type { IconName } from '../../components/icon.tsx';
import { may } from '../../state/session.ts';
import { texts } from '../../state/texts.ts';

export type NavPlace = {
  readonly path: string;
  readonly label: string;
  readonly icon: IconName;
  /** Second key after `g`. */
  readonly key: string;
};

export type NavGroup = { readonly label: string | null; readonly places: readonly NavPlace[] };

type Entry = NavPlace & { readonly needs: Permission | null };

function allowed(entries: readonly Entry[]): NavPlace[] {
  return entries.filter((entry) => entry.needs === null || may(entry.needs));
}

/** What stands in the navigation for whoever is signed in; what the role can't do is not there. */
export function listPlaces(): NavGroup[] {
  const { nav } = texts();
  const reviewLabel = may('cases:review') ? nav.review : nav.cases;
  const groups = [
    {
      label: null,
      places: allowed([
        { path: '/', label: nav.today, icon: 'today', key: 't', needs: null },
        { path: '/find', label: nav.find, icon: 'find', key: 'f', needs: 'people:read' },
        { path: '/review', label: reviewLabel, icon: 'review', key: 'r', needs: 'people:read' },
      ]),
    },
    {
      label: nav.reports,
      places: allowed([{ path: '/audit', label: nav.audit, icon: 'audit', key: 'a', needs: 'audit:read' }]),
    },
    {
      label: nav.administration,
      places: allowed([
        { path: '/staff', label: nav.staff, icon: 'staff', key: 's', needs: 'staff:manage' },
        { path: '/engine', label: nav.engine, icon: 'engine', key: 'e', needs: 'engine:read' },
        { path: '/poster', label: nav.poster, icon: 'poster', key: 'p', needs: null },
      ]),
    },
  ];
  return groups.filter((group) => group.places.length > 0);
}
