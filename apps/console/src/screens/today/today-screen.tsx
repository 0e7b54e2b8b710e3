import { counter } from '@anzai/contract';
import type { JSX } from 'preact';
import { Bars } from '../../components/bars.tsx';
import { ButtonLink } from '../../components/button.tsx';
import { EmptyState } from '../../components/notice.tsx';
import { Page, Section } from '../../components/page.tsx';
import { ResourceView } from '../../components/resource-view.tsx';
import { call } from '../../state/api.ts';
import { dayOf, formatCount, formatWeekday } from '../../state/format.ts';
import { to } from '../../state/route.ts';
import { getStaff, may } from '../../state/session.ts';
import { locale, texts } from '../../state/texts.ts';
import { useResource } from '../../state/use-resource.ts';
import type { Today } from '../../state/wire.ts';
import { CaseTable } from '../review/case-table.tsx';
import { StandingBar } from './standing-bar.tsx';

function Waiting({ today }: { readonly today: Today }): JSX.Element {
  const words = texts().today;
  return (
    <Section
      title={words.waiting}
      note={today.waiting.length > 0 ? words.waitingLead : undefined}
      actions={
        may('people:read') ? (
          <ButtonLink href={to('/review')} look="quiet" size="small">
            {words.allCases}（{formatCount(today.counts.openCases)}）
          </ButtonLink>
        ) : undefined
      }
    >
      {today.waiting.length === 0 ? (
        <EmptyState title={words.waitingEmpty} icon="check">
          {words.waitingEmptyText}
        </EmptyState>
      ) : (
        <CaseTable cases={today.waiting} today={today.date} brief />
      )}
    </Section>
  );
}

function DoneToday({ today }: { readonly today: Today }): JSX.Element {
  const words = texts();
  const bars = today.byChannel.map((one) => ({
    id: one.channel,
    label: words.channels[one.channel],
    value: one.count,
  }));
  return (
    <Section title={words.today.done}>
      <dl class="pair">
        <div>
          <dt>{words.today.counts.certifiedToday}</dt>
          <dd>{formatCount(today.counts.certifiedToday)}</dd>
        </div>
        <div>
          <dt>{words.today.counts.enrolledToday}</dt>
          <dd>{formatCount(today.counts.enrolledToday)}</dd>
        </div>
      </dl>
      <h3>{words.today.byChannel}</h3>
      {bars.every((bar) => bar.value === 0) ? (
        <EmptyState title={words.today.byChannelEmpty}>{words.today.byChannelEmptyText}</EmptyState>
      ) : (
        <Bars bars={bars} caption={words.today.byChannel} />
      )}
    </Section>
  );
}

export function TodayScreen(): JSX.Element {
  const words = texts();
  const today = useResource('today', () => call(counter.getToday, {}));
  const place = getStaff().outletName?.[locale.value] ?? words.account.noOutlet;
  const date = today.value?.date ?? dayOf(Date.now());
  return (
    <Page title={words.today.title} lead={words.today.lead(formatWeekday(date), place)}>
      <ResourceView resource={today}>
        {(value) => (
          <div class="today">
            <Section title={words.today.standing}>
              <StandingBar today={value} />
            </Section>
            <div class="columns columns-wide-left">
              <Waiting today={value} />
              <div>
                <DoneToday today={value} />
                {may('people:enrol') && (
                  <Section title={words.today.firstStep}>
                    <p>{words.today.firstStepText}</p>
                    <p class="quiet">{words.today.posterText}</p>
                    <ButtonLink href={to('/poster')} icon="poster" size="small">
                      {words.today.posterOpen}
                    </ButtonLink>
                  </Section>
                )}
              </div>
            </div>
          </div>
        )}
      </ResourceView>
    </Page>
  );
}
