import type { CertificateClaims } from '@anzai/certificate/verify';
import { formatDay, formatInstantDay } from '@anzai/i18n';
import type { Locale } from '@anzai/i18n';
import type { CertificateTexts } from '@anzai/i18n/certificate';
import type { VerifyTexts } from '@anzai/i18n/verify';
import { Icon } from '@anzai/ui';
import type { IconName } from '@anzai/ui';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Finding } from './check-code.ts';
import type { Trust } from './trust-store.ts';

type FindingViewProps = {
  readonly finding: Finding;
  readonly trust: Trust | null;
  readonly locale: Locale;
  readonly texts: VerifyTexts;
  readonly words: CertificateTexts;
};

type Tone = 'good' | 'attention' | 'wrong';

const looks: Readonly<Record<Finding['kind'], { readonly tone: Tone; readonly icon: IconName }>> = {
  valid: { tone: 'good', icon: 'check' },
  expired: { tone: 'attention', icon: 'clock' },
  revoked: { tone: 'wrong', icon: 'close' },
  forged: { tone: 'wrong', icon: 'close' },
  withdrawnKey: { tone: 'wrong', icon: 'close' },
  unknownKey: { tone: 'attention', icon: 'help' },
  malformed: { tone: 'attention', icon: 'help' },
  noKeys: { tone: 'attention', icon: 'no-signal' },
};

/** The answer first, large, in colour, sign and word; then what it is about. */
export function FindingView(props: FindingViewProps): JSX.Element {
  const { finding, trust, texts } = props;
  const { tone, icon } = looks[finding.kind];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [finding]);
  return (
    <section class={`finding finding-${tone}`} data-outcome={finding.kind} aria-labelledby="finding-title">
      <div class="finding-head">
        <span class="finding-sign">
          <Icon name={icon} size={2.25} />
        </span>
        <h2 class="finding-title" id="finding-title" tabIndex={-1} ref={heading}>
          {texts.outcomes[finding.kind].title}
        </h2>
      </div>
      <p class="finding-lead">{sayLead(props)}</p>
      {'certificate' in finding && (
        <>
          <Facts {...props} certificate={finding.certificate} />
          {finding.kind === 'valid' && <p class="finding-compare">{texts.compare}</p>}
          {finding.kind !== 'revoked' && trust !== null && <Revocations {...props} trust={trust} />}
        </>
      )}
    </section>
  );
}

function sayLead({ finding, locale, texts }: FindingViewProps): string {
  switch (finding.kind) {
    case 'valid':
    case 'expired':
      return texts.outcomes[finding.kind].lead(formatDay(locale, finding.certificate.validUntil));
    case 'revoked':
      return texts.outcomes.revoked.lead(formatDay(locale, finding.revokedOn ?? finding.certificate.certifiedOn));
    case 'forged':
    case 'withdrawnKey':
    case 'unknownKey':
    case 'malformed':
    case 'noKeys':
      return texts.outcomes[finding.kind].lead;
  }
}

function Facts(props: FindingViewProps & { readonly certificate: CertificateClaims }): JSX.Element {
  const { certificate, locale, texts, words } = props;
  const { facts } = texts;
  const rows: readonly (readonly [string, string, string])[] = [
    [facts.name, certificate.personName, 'finding-large'],
    [facts.document, certificate.documentMasked, 'finding-figures'],
    [facts.certifiedOn, formatDay(locale, certificate.certifiedOn), ''],
    [facts.validUntil, formatDay(locale, certificate.validUntil), ''],
    [facts.number, certificate.number, 'finding-figures'],
    [facts.schemes, certificate.schemes.map((scheme) => words.schemes[scheme]).join(words.listSeparator), ''],
    [facts.channel, certificate.channel === null ? '–' : words.channels[certificate.channel], ''],
    [facts.agency, certificate.agency, ''],
  ];
  return (
    <dl class="finding-facts">
      {rows.map(([label, value, look]) => (
        <div key={label} class="finding-fact">
          <dt>{label}</dt>
          <dd class={look}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Revocations(props: FindingViewProps & { readonly trust: Trust }): JSX.Element {
  const { trust, locale, texts } = props;
  const { known, old, unknown } = texts.revocations;
  if (trust.revocations === null) return <p class="finding-doubt">{unknown}</p>;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const at = formatInstantDay(locale, trust.revocations.issuedAt, zone);
  return trust.outdated ? <p class="finding-doubt">{old(at)}</p> : <p class="finding-note">{known(at)}</p>;
}
