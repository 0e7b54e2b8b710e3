import { account } from '@anzai/contract';
import type { Home } from '@anzai/contract';
import { formatDay } from '@anzai/i18n';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button, ButtonLink, Notice, Phrases } from '@anzai/ui';
import { CallButton } from '../../shell/office-block.tsx';
import { Screen } from '../../shell/screen.tsx';
import { agency } from '../../state/agency.ts';
import { client } from '../../state/api.ts';
import { lastOutcome } from '../../state/person.ts';
import { getWords } from '../../state/texts.ts';
import { PersonGate } from '../person-gate.tsx';
import { renderCalendarFile } from './calendar-file.ts';
import { CertificateCard } from './certificate-card.tsx';
import { saveFile, shareCertificate } from './share-certificate.ts';

type Certificate = Home['certificates'][number];
type PartProps = { readonly home: Home; readonly certificate: Certificate };

function CalendarButton({ home, certificate }: PartProps): JSX.Element {
  const { web, locale } = getWords();
  const dueOn = home.standing.dueOn ?? certificate.validUntil;
  const office = agency.value;
  const save = (): void => {
    const text = renderCalendarFile({
      dueOn,
      title: web.done.calendarTitle,
      description: office === undefined ? '' : web.done.calendarText(office.name[locale], office.phone),
      url: globalThis.location.origin,
      madeAt: new Date().toISOString(),
    });
    saveFile(`${dueOn}.ics`, text);
  };
  return (
    <Button icon="calendar" hint={web.done.next(formatDay(locale, dueOn))} onPress={save}>
      {web.done.calendar}
    </Button>
  );
}

function ShareButton({ home, certificate }: PartProps): JSX.Element {
  const { web, locale } = getWords();
  const [copied, setCopied] = useState(false);
  const share = (): void =>
    void shareCertificate({
      title: web.done.shareTitle,
      text: web.done.shareText(home.principal.name, formatDay(locale, certificate.validUntil)),
      code: certificate.code,
    }).then((shared) => setCopied(shared === 'copied'));
  return (
    <>
      <Button icon="share" onPress={share}>
        {web.done.share}
      </Button>
      {copied && (
        <Notice tone="good" announce>
          <p>{web.done.copied}</p>
        </Notice>
      )}
    </>
  );
}

/** What can be done with a certificate: keep, print, send, remember the next date. */
function CertificateActions({ home, certificate }: PartProps): JSX.Element {
  const { web, locale } = getWords();
  const { personId } = home.principal;
  const pdf = client.href(account.getCertificatePdf, {
    params: { personId, certificateId: certificate.id },
    query: { locale },
  });
  return (
    <div class="stack no-print">
      <ButtonLink
        look="primary"
        href={pdf}
        icon="download"
        download={`${certificate.number}.pdf`}
        hint={web.done.saveHint}
      >
        {web.done.save}
      </ButtonLink>
      <ShareButton home={home} certificate={certificate} />
      <Button icon="printer" onPress={() => globalThis.print()}>
        {web.done.print}
      </Button>
      <CalendarButton home={home} certificate={certificate} />
      <ButtonLink look="quiet" href="/home" icon="home">
        {web.common.toHome}
      </ButtonLink>
    </div>
  );
}

function BigTick(): JSX.Element {
  return (
    <svg class="big-tick" viewBox="0 0 120 120" aria-hidden="true" focusable="false">
      <circle cx="60" cy="60" r="56" fill="var(--success)" />
      <path
        d="m34 62 18 18 35-40"
        fill="none"
        stroke="#fff"
        stroke-width="11"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

function EnrolledView({ home }: { readonly home: Home }): JSX.Element {
  const { web } = getWords();
  return (
    <Screen title={web.done.title} lead={web.done.leadEnrolled} above={home.principal.name}>
      <BigTick />
      <ButtonLink look="primary" href="/home" icon="home">
        {web.common.toHome}
      </ButtonLink>
    </Screen>
  );
}

function DoneView({ home, certificate }: PartProps): JSX.Element {
  const { web, locale } = getWords();
  const validUntil = web.done.validUntil(formatDay(locale, certificate.validUntil));
  return (
    <div class="done">
      <BigTick />
      <Screen title={web.done.title} lead={web.done.lead(home.principal.name)} says={[validUntil]}>
        <p class="valid-until">
          <Phrases text={validUntil} clauses />
        </p>
        <CertificateCard certificate={certificate} principal={home.principal} />
        <CertificateActions home={home} certificate={certificate} />
      </Screen>
    </div>
  );
}

/** Straight after passing. A reload finds the same certificate again. */
export function DoneScreen(): JSX.Element {
  return (
    <PersonGate fresh>
      {(home) => {
        const outcome = lastOutcome.value?.outcome;
        const wanted = outcome?.kind === 'passed' ? outcome.certificateId : undefined;
        if (wanted === null) return <EnrolledView home={home} />;
        const found = home.certificates.find((one) => one.id === wanted) ?? home.certificates[0];
        return found === undefined ? <MissingView /> : <DoneView home={home} certificate={found} />;
      }}
    </PersonGate>
  );
}

function MissingView(): JSX.Element {
  const { web } = getWords();
  return (
    <Screen title={web.done.notFound}>
      <ButtonLink look="primary" href="/home" icon="home">
        {web.common.toHome}
      </ButtonLink>
      <CallButton />
    </Screen>
  );
}

/** One certificate, looked at later. */
export function CertificateScreen({ certificateId }: { readonly certificateId: string }): JSX.Element {
  const { web, locale } = getWords();
  return (
    <PersonGate fresh>
      {(home) => {
        const certificate = home.certificates.find((one) => one.id === certificateId);
        if (certificate === undefined) return <MissingView />;
        const state = web.home.certificateStates[certificate.state];
        return (
          <Screen
            title={web.done.certificate}
            lead={`${state} · ${web.done.validUntil(formatDay(locale, certificate.validUntil))}`}
            back="/home"
          >
            {certificate.state === 'revoked' && (
              <Notice tone="attention">
                <p>{web.done.revoked}</p>
              </Notice>
            )}
            <CertificateCard certificate={certificate} principal={home.principal} />
            <CertificateActions home={home} certificate={certificate} />
          </Screen>
        );
      }}
    </PersonGate>
  );
}
