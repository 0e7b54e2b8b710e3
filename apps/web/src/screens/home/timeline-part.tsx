import type { Home } from '@anzai/contract';
import { formatInstantDay } from '@anzai/i18n';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button, Card, Phrases } from '@anzai/ui';
import { agency } from '../../state/agency.ts';
import { getWords } from '../../state/texts.ts';
import { loadTimelineWords } from './timeline-words.ts';
import type { TimelineWords } from './timeline-words.ts';

const FIRST_SHOWN = 4;

type Entry = Home['timeline'][number];

function EntryLine({ entry, says }: { readonly entry: Entry; readonly says: string }): JSX.Element {
  const { web, locale } = getWords();
  const who = entry.actor === 'helper' && entry.actorName !== null ? web.home.byHelper(entry.actorName) : undefined;
  const where = [entry.outletName?.[locale], who].filter((one) => one !== undefined).join(web.common.listSeparator);
  return (
    <li class="timeline-entry">
      <time dateTime={entry.at}>{formatInstantDay(locale, entry.at, agency.value?.timeZone ?? 'Asia/Shanghai')}</time>
      <p>
        <Phrases text={says} />
      </p>
      {where !== '' && <p class="quiet">{where}</p>}
    </li>
  );
}

/** Everything that was decided, newest first, in plain words. What has no plain words is for the counter. */
export function TimelinePart({ entries }: { readonly entries: readonly Entry[] }): JSX.Element | null {
  const { web, locale } = getWords();
  const [say, setSay] = useState<TimelineWords>();
  const [all, setAll] = useState(false);
  useEffect(() => void loadTimelineWords(locale).then((found) => setSay(() => found)), [locale]);
  const told = entries.flatMap((entry) => {
    const says = say?.(entry);
    return says === undefined ? [] : [{ entry, says }];
  });
  const shown = all ? told : told.slice(0, FIRST_SHOWN);
  if (told.length === 0) return null;
  return (
    <Card title={web.home.timeline}>
      <ol class="timeline">
        {shown.map(({ entry, says }) => (
          <EntryLine key={entry.id} entry={entry} says={says} />
        ))}
      </ol>
      {shown.length < told.length && (
        <Button look="quiet" icon="chevron-down" onPress={() => setAll(true)}>
          {web.home.more}
        </Button>
      )}
    </Card>
  );
}
