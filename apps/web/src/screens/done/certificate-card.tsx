import type { Home } from '@anzai/contract';
import { formatDay } from '@anzai/i18n';
import type { JSX } from 'preact';
import { BrandMark } from '@anzai/ui';
import { agency } from '../../state/agency.ts';
import { getWords } from '../../state/texts.ts';
import { QrPicture } from './qr-picture.tsx';
import { toVerifyUrl } from './share-certificate.ts';

type Certificate = Home['certificates'][number];
type CertificateCardProps = { readonly certificate: Certificate; readonly principal: Home['principal'] };

/** The certificate as it would lie on a table; it is also what "print" prints. */
export function CertificateCard({ certificate, principal }: CertificateCardProps): JSX.Element {
  const { web, locale } = getWords();
  const texts = web.done;
  const rows: readonly (readonly [string, string])[] = [
    [texts.name, principal.name],
    [texts.document, principal.documentMasked],
    [texts.certifiedOn, formatDay(locale, certificate.certifiedOn)],
    [texts.validLabel, formatDay(locale, certificate.validUntil)],
    [texts.number, certificate.number],
  ];
  return (
    <section class="certificate" aria-label={texts.certificate}>
      <div class="certificate-head">
        <BrandMark sizePx={48} />
        <div>
          <h2>{texts.certificate}</h2>
          <p>{agency.value?.name[locale]}</p>
        </div>
      </div>
      <dl class="certificate-rows">
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <QrPicture text={toVerifyUrl(certificate.code)} label={texts.qr} />
    </section>
  );
}
