import { account } from '@anzai/contract';
import type { CallResult } from '@anzai/contract';
import type { Way } from '@anzai/domain';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button, ButtonLink, Icon } from '@anzai/ui';
import type { IconName } from '@anzai/ui';
import { ProblemScreen } from '../../shell/fault-screen.tsx';
import { LoadingScreen } from '../../shell/loading-screen.tsx';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { Screen } from '../../shell/screen.tsx';
import { useAction } from '../../shell/use-action.ts';
import { callApi } from '../../state/api.ts';
import { home, lastOutcome, loadHome } from '../../state/person.ts';
import { problemOf } from '../../state/render-problem.ts';
import { navigate } from '../../state/route.ts';
import { principal } from '../../state/session.ts';
import { getWords } from '../../state/texts.ts';
import { OutletList } from './outlet-list.tsx';

type WaysResult = CallResult<typeof account.listWays>;
type OpenWay = Extract<WaysResult, { ok: true }>['value']['ways'][number];

export const wayIcons: Record<Way, IconName> = {
  'remote-face': 'face',
  counter: 'building',
  'street-office': 'home',
  bank: 'bank',
  'home-visit': 'heart',
  call: 'phone',
  trustee: 'people',
  unit: 'briefcase',
  abroad: 'plane',
};

function Papers({ papers }: { readonly papers: readonly string[] }): JSX.Element | null {
  const { web } = getWords();
  const names: Readonly<Record<string, string>> = web.ways.papers;
  if (papers.length === 0) return null;
  return (
    <div class="papers">
      <p class="field-label">{web.ways.bring}</p>
      <ul>
        {papers.map((code) => (
          <li class="line-with-icon" key={code}>
            <Icon name="document" />
            <span>{names[code] ?? code}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

type WayCardProps = { readonly open: OpenWay; readonly first: boolean; readonly personId: string };

/** The open case that the choice belongs to, so that what was captured goes along. */
function findCaseId(personId: string): string | undefined {
  const loaded = home.value;
  if (loaded.state === 'ready' && loaded.value.openCase !== null) return loaded.value.openCase.id;
  const kept = lastOutcome.value;
  return kept?.personId === personId && kept.outcome.kind === 'other-way' ? kept.outcome.caseId : undefined;
}

function WayBody({ open, personId }: Omit<WayCardProps, 'first'>): JSX.Element {
  const { web } = getWords();
  const choosing = useAction();
  const choose = (outletId?: string): void => {
    const caseId = findCaseId(personId);
    const body = {
      way: open.way,
      ...(outletId === undefined ? {} : { outletId }),
      ...(caseId === undefined ? {} : { caseId }),
    };
    choosing.run(
      async () => callApi(account.chooseWay, { params: { personId }, body }),
      () => void loadHome(personId).then(() => navigate('/way-chosen')),
    );
  };
  if (open.way === 'remote-face') {
    return (
      <ButtonLink look="primary" href="/consent" icon="camera">
        {web.home.begin}
      </ButtonLink>
    );
  }
  const hasPlaces = open.outlets.length > 0;
  return (
    <div class="stack">
      <Papers papers={open.papers} />
      {choosing.failure !== undefined && <ProblemNotice problem={choosing.failure.problem} />}
      {hasPlaces && <OutletList outlets={open.outlets} busy={choosing.busy} onChoose={choose} />}
      {!hasPlaces && (
        <Button look="primary" busy={choosing.busy} busyText={web.common.sending} onPress={() => choose()}>
          {web.ways.choose}
        </Button>
      )}
    </div>
  );
}

function WayCard({ open, first, personId }: WayCardProps): JSX.Element {
  const { ways } = getWords().web;
  return (
    <details class={first ? 'way way-first' : 'way'} open={first}>
      <summary>
        <Icon name={wayIcons[open.way]} size={1.6} />
        <span class="row-words">
          {first && <span class="badge">{ways.best}</span>}
          <strong>{ways.names[open.way]}</strong>
          <span>{ways.hints[open.way]}</span>
        </span>
        <Icon name="chevron-down" />
      </summary>
      <WayBody open={open} personId={personId} />
    </details>
  );
}

/** The ways open to this very person, best first. */
export function WaysScreen(): JSX.Element {
  const { web } = getWords();
  const personId = principal.value?.personId ?? '';
  const [result, setResult] = useState<WaysResult>();
  const load = (): void => {
    setResult(undefined);
    void callApi(account.listWays, { params: { personId } }).then(setResult);
  };
  useEffect(load, [personId]);
  if (result === undefined) return <LoadingScreen />;
  if (!result.ok) return <ProblemScreen problem={problemOf(result)} onAgain={load} />;
  const open = result.value.ways;
  const says = open.flatMap((one) => [web.ways.names[one.way], web.ways.hints[one.way]]);
  return (
    <Screen title={web.ways.title} lead={web.ways.lead} back="/home" says={says}>
      <div class="ways">
        {open.map((one, index) => (
          <WayCard key={one.way} open={one} first={index === 0} personId={personId} />
        ))}
      </div>
    </Screen>
  );
}
