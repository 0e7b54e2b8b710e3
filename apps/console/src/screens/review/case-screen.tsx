import { counter } from '@anzai/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button, ButtonLink } from '../../components/button.tsx';
import { EmptyState, Notice } from '../../components/notice.tsx';
import { Page, Section } from '../../components/page.tsx';
import { ResourceView } from '../../components/resource-view.tsx';
import { CaseMark } from '../../components/status-mark.tsx';
import { call } from '../../state/api.ts';
import { dayOf, daysBetween, formatDay, formatStamp } from '../../state/format.ts';
import { navigate, to } from '../../state/route.ts';
import { may } from '../../state/session.ts';
import { useShortcuts } from '../../state/shortcuts.ts';
import { textOf, texts } from '../../state/texts.ts';
import { useResource } from '../../state/use-resource.ts';
import { reviewReason } from '../../state/wire-texts.ts';
import type { CaseDetail, CaseSummary } from '../../state/wire.ts';
import { AttemptView } from './attempt-view.tsx';
import { caseQueue, neighbourOf, positionOf } from './case-queue.ts';
import { DecisionForm } from './decision-form.tsx';
import { OthersView } from './others-view.tsx';
import { WayForm } from './way-form.tsx';

function Reasons({ detail }: { readonly detail: CaseDetail }): JSX.Element {
  const words = texts().review;
  return (
    <Section title={words.why}>
      <p>{words.kindTexts[detail.summary.kind]}</p>
      {detail.reasons.length > 0 && (
        <ul class="reasons">
          {detail.reasons.map((reason) => (
            <li key={reason}>{reviewReason(reason)}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Evidence({ detail }: { readonly detail: CaseDetail }): JSX.Element {
  const words = texts().review;
  const { kind } = detail.summary;
  return (
    <div>
      {kind === 'duplicate-face' && <OthersView detail={detail} />}
      <Section title={words.attempts}>
        {detail.attempts.length === 0 ? (
          <EmptyState title={words.noAttempts} />
        ) : (
          detail.attempts.map((attempt) => (
            <AttemptView key={attempt.id} attempt={attempt} enrolmentId={detail.enrolmentId} />
          ))
        )}
      </Section>
    </div>
  );
}

function History({ detail }: { readonly detail: CaseDetail }): JSX.Element | null {
  const words = texts().review;
  if (detail.decisions.length === 0) return null;
  return (
    <Section title={words.history}>
      <ol class="history">
        {detail.decisions.map((one) => (
          <li key={one.at}>
            <p>
              <strong>{textOf(words.decisions, one.decision)}</strong>
              <span class="quiet">
                {' '}
                · {one.by} · {formatStamp(one.at)}
              </span>
            </p>
            <p>{one.reason}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Decide(props: {
  readonly detail: CaseDetail;
  readonly onDecided: (summary: CaseSummary) => void;
}): JSX.Element | null {
  const words = texts().review;
  const { summary } = props.detail;
  if (summary.state === 'closed') {
    const label = summary.decision === null ? words.closedPlain : words.closed(words.decisions[summary.decision]);
    return <Notice tone="success" title={label} />;
  }
  if (summary.kind === 'way-chosen') {
    if (!may('people:certify')) return null;
    return (
      <Section title={words.decide}>
        <WayForm summary={summary} onDecided={props.onDecided} />
      </Section>
    );
  }
  if (!may('cases:review')) return <Notice tone="info" title={words.othersDecide} />;
  return (
    <Section title={words.decide}>
      <DecisionForm detail={props.detail} onDecided={props.onDecided} />
    </Section>
  );
}

function Neighbours({ caseId }: { readonly caseId: string }): JSX.Element | null {
  const words = texts().review;
  const go = (by: 1 | -1): void => {
    const neighbour = neighbourOf(caseId, by);
    if (neighbour !== undefined) navigate(to(`/review/${neighbour.id}`), { replace: true });
  };
  useShortcuts([
    { keys: 'j', label: words.next, where: 'here', run: () => go(1) },
    { keys: 'k', label: words.previous, where: 'here', run: () => go(-1) },
  ]);
  const position = positionOf(caseId);
  if (position === -1) return null;
  return (
    <>
      <span class="quiet">{words.position(position + 1, caseQueue.value.length)}</span>
      <Button size="small" keys="k" disabled={neighbourOf(caseId, -1) === undefined} onPress={() => go(-1)}>
        {words.previous}
      </Button>
      <Button size="small" keys="j" disabled={neighbourOf(caseId, 1) === undefined} onPress={() => go(1)}>
        {words.next}
      </Button>
    </>
  );
}

function describeDue(summary: CaseSummary): string {
  const words = texts().review;
  const days = daysBetween(dayOf(Date.now()), summary.decideBy);
  const rest = days < 0 ? words.overdueBy(-days) : words.dueIn(days);
  return summary.state === 'closed' ? formatDay(summary.decideBy) : `${formatDay(summary.decideBy)} · ${rest}`;
}

/** The place where a case is decided: evidence at the left, the decision at the right, always in sight. */
export function CaseScreen({ caseId }: { readonly caseId: string }): JSX.Element {
  const words = texts().review;
  const [saved, setSaved] = useState<CaseSummary | null>(null);
  const detail = useResource(caseId, () => call(counter.getCase, { params: { caseId } }));
  const summary = detail.value?.summary ?? null;
  return (
    <Page
      title={summary === null ? texts().common.loading : words.caseTitle(summary.number)}
      lead={summary === null ? undefined : `${words.kinds[summary.kind]} · ${describeDue(summary)}`}
      back={{ href: to('/review'), label: words.back }}
      actions={<Neighbours caseId={caseId} />}
      width="wide"
    >
      {saved !== null && <Notice tone="success" live title={words.saved(saved.number)} />}
      <ResourceView resource={detail}>
        {(value) => (
          <div class={value.summary.kind === 'way-chosen' ? 'case-alone' : 'columns columns-case'}>
            {value.summary.kind !== 'way-chosen' && <Evidence detail={value} />}
            <div class="sticky">
              <div class="panel case-person">
                <div>
                  <strong>{value.summary.personName}</strong> <CaseMark state={value.summary.state} />
                </div>
                <ButtonLink href={to(`/people/${value.summary.personId}`)} look="quiet" size="small" icon="person">
                  {words.toPerson}
                </ButtonLink>
              </div>
              <Reasons detail={value} />
              <History detail={value} />
              <Decide
                detail={value}
                onDecided={(next) => {
                  setSaved(next);
                  detail.reload();
                }}
              />
            </div>
          </div>
        )}
      </ResourceView>
    </Page>
  );
}
