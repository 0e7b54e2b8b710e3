import type { JSX } from 'preact';
import { Icon } from '../../components/icon.tsx';
import { path, to } from '../../state/route.ts';
import { texts } from '../../state/texts.ts';
import { listPlaces, type NavGroup, type NavPlace } from './places.ts';

function isHere(place: NavPlace): boolean {
  const now = path.value;
  if (place.path === '/') return now === '/';
  if (place.path === '/find' && now.startsWith('/people/')) return true;
  return now === place.path || now.startsWith(`${place.path}/`);
}

function Item({ item }: { readonly item: NavPlace }): JSX.Element {
  const here = isHere(item);
  return (
    <li>
      <a class={here ? 'nav-item nav-here' : 'nav-item'} href={to(item.path)} aria-current={here ? 'page' : undefined}>
        <Icon name={item.icon} />
        <span>{item.label}</span>
      </a>
    </li>
  );
}

function Group({ group }: { readonly group: NavGroup }): JSX.Element {
  return (
    <>
      {group.label !== null && <li class="nav-group">{group.label}</li>}
      {group.places.map((item) => (
        <Item key={item.path} item={item} />
      ))}
    </>
  );
}

export function Navigation(): JSX.Element {
  return (
    <nav class="nav" aria-label={texts().nav.label}>
      <ul>
        {listPlaces().map((group) => (
          <Group key={group.label ?? 'first'} group={group} />
        ))}
      </ul>
    </nav>
  );
}
