import type { Home } from '@anzai/contract';
import type { JSX } from 'preact';
import { Button, ButtonLink, Icon, Notice, Phrases } from '@anzai/ui';
import { Screen } from '../../shell/screen.tsx';
import { navigate } from '../../state/route.ts';
import { getWords } from '../../state/texts.ts';
import { PasskeyOffer } from '../passkey/passkey-offer.tsx';
import { PersonGate } from '../person-gate.tsx';
import { canCertifyEarly, decideHomeStep, decideHomeTone, renderConsequence, renderStanding } from './decide-home.ts';
import type { HomeStep } from './decide-home.ts';
import { CertificateList } from './certificate-list.tsx';
import { MorePart } from './more-part.tsx';
import { TimelinePart } from './timeline-part.tsx';

function findNote(home: Home, step: HomeStep): string | undefined {
  const texts = getWords().web.home;
  if (step === 'enrol') return texts.noTemplateNote;
  if (step === 'ways')
    return home.triesLeft <= 0 && home.consent !== 'withdrawn' ? texts.triesUsed : texts.withdrawnNote;
  return undefined;
}

function MainButton({ home, step }: { readonly home: Home; readonly step: HomeStep }): JSX.Element | null {
  const { web } = getWords();
  const certificate = home.certificates.find((one) => one.state === 'valid');
  const places: Record<HomeStep, readonly [string, string] | undefined> = {
    certify: [web.home.begin, home.consent === 'given' ? '/ready' : '/consent'],
    resume: [web.home.resume, '/camera'],
    enrol: [web.home.noTemplateButton, '/no-template'],
    ways: [web.common.otherWays, '/ways'],
    case: [web.home.seeCase, '/review'],
    'way-chosen': [web.home.seeWay, '/way-chosen'],
    certificate: certificate === undefined ? undefined : [web.home.seeCertificate, `/certificate/${certificate.id}`],
    none: undefined,
  };
  const place = places[step];
  if (place === undefined) return null;
  return (
    <ButtonLink look="primary" href={place[1]} icon="arrow-right">
      {place[0]}
    </ButtonLink>
  );
}

function HomeView({ home }: { readonly home: Home }): JSX.Element {
  const { web, locale } = getWords();
  const texts = web.home;
  const step = decideHomeStep(home);
  const tone = decideHomeTone(home);
  const sentence = renderStanding(home, locale, texts);
  const consequence = renderConsequence(home, locale, texts);
  const note = findNote(home, step);
  const { principal } = home;
  return (
    <Screen
      title={sentence}
      above={principal.acting === 'helper' ? texts.helping(principal.name) : texts.greeting(principal.name)}
      says={[consequence, note]}
    >
      <div class={`standing standing-${tone}`}>
        <Icon name={tone === 'good' ? 'check-circle' : tone === 'attention' ? 'alert' : 'calendar'} size={1.6} />
        <div>
          {consequence !== undefined && (
            <p>
              <Phrases text={consequence} />
            </p>
          )}
          {note !== undefined && <p>{note}</p>}
          {consequence === undefined && note === undefined && <p>{texts.maskedDocument(principal.documentMasked)}</p>}
        </div>
      </div>
      <MainButton home={home} step={step} />
      {canCertifyEarly(home) && (
        <Button icon="camera" onPress={() => navigate(home.consent === 'given' ? '/ready' : '/consent')}>
          {texts.beginNext}
        </Button>
      )}
      {step !== 'ways' && home.standing.state !== 'certified' && home.standing.state !== 'not-subject' && (
        <ButtonLink href="/ways" icon="people">
          {web.common.otherWays}
        </ButtonLink>
      )}
      <PasskeyOffer />
      <CertificateList certificates={home.certificates} />
      <TimelinePart entries={home.timeline} />
      <MorePart home={home} />
      <Notice icon="phone" title={texts.changes}>
        <p>{texts.changesNote}</p>
      </Notice>
    </Screen>
  );
}

export function HomeScreen(): JSX.Element {
  return <PersonGate fresh>{(home) => <HomeView home={home} />}</PersonGate>;
}
