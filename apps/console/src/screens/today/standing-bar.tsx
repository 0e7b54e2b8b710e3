import type { JSX } from 'preact';
import { formatCount } from '../../state/format.ts';
import { to } from '../../state/route.ts';
import { may } from '../../state/session.ts';
import { texts } from '../../state/texts.ts';
import type { Today } from '../../state/wire.ts';
import { Mark, standingTone } from '../../components/status-mark.tsx';

const states = ['certified', 'in-review', 'due', 'overdue'] as const;

function countOf(today: Today, state: (typeof states)[number]): number {
  return state === 'in-review' ? today.counts.inReview : today.counts[state];
}

/** One bar for everybody who is to be certified, and under it the same as numbers that lead to the lists. */
export function StandingBar({ today }: { readonly today: Today }): JSX.Element {
  const words = texts();
  const parts = states.map((state) => ({ state, count: countOf(today, state) }));
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  let x = 0;
  return (
    <div class="standing">
      <svg class="standing-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        {parts.map((part) => {
          const width = total === 0 ? 0 : (part.count / total) * 100;
          const from = x;
          x += width;
          return <rect key={part.state} class={`part part-${part.state}`} x={from} y="0" width={width} height="6" />;
        })}
      </svg>
      <ul class="tiles">
        {parts.map((part) => (
          <li key={part.state}>
            <Tile href={to('/find', { standing: part.state })}>
              <Mark tone={standingTone(part.state)}>{words.standing[part.state]}</Mark>
              <strong>{formatCount(part.count)}</strong>
            </Tile>
          </li>
        ))}
        <li>
          <Tile href={to('/find', { template: 'none' })}>
            <Mark tone="quiet">{words.today.counts.notEnrolled}</Mark>
            <strong>{formatCount(today.counts.notEnrolled)}</strong>
          </Tile>
        </li>
      </ul>
      <p class="quiet small">{words.today.total(formatCount(total))}</p>
    </div>
  );
}

function Tile(props: { readonly href: string; readonly children: JSX.Element[] }): JSX.Element {
  if (!may('people:read')) return <div class="tile">{props.children}</div>;
  return (
    <a class="tile tile-link" href={props.href}>
      {props.children}
    </a>
  );
}
