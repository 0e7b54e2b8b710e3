import type { JSX } from 'preact';
import { EmptyState } from '../../components/notice.tsx';
import { Section } from '../../components/page.tsx';
import { formatDay, dayOf, formatTime } from '../../state/format.ts';
import { locale, texts } from '../../state/texts.ts';
import { timelineText } from '../../state/wire-texts.ts';
import type { PersonDetail } from '../../state/wire.ts';

type Entry = PersonDetail['timeline'][number];

function actorOf(entry: Entry): string {
  const words = texts().person.actors;
  const parts = [entry.actorName ?? words[entry.actor], entry.outletName?.[locale.value]].filter(
    (part) => part !== undefined,
  );
  return parts.join(' · ');
}

function Item({ entry }: { readonly entry: Entry }): JSX.Element {
  return (
    <li>
      <p class="timeline-when">
        <time dateTime={entry.at}>
          {formatDay(dayOf(entry.at))} {formatTime(entry.at)}
        </time>
      </p>
      <p>{timelineText(entry)}</p>
      <p class="quiet small">{actorOf(entry)}</p>
    </li>
  );
}

/** What happened, newest first. */
export function TimelineSection({ timeline }: { readonly timeline: readonly Entry[] }): JSX.Element {
  const words = texts().person;
  const ordered = timeline.toSorted((a, b) => b.at.localeCompare(a.at));
  return (
    <Section title={words.timeline}>
      {ordered.length === 0 ? (
        <EmptyState title={words.timelineEmpty}>{words.timelineEmptyText}</EmptyState>
      ) : (
        <ol class="timeline">
          {ordered.map((entry) => (
            <Item key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
    </Section>
  );
}
