import type { Home } from '@anzai/contract';
import { formatDay } from '@anzai/i18n';
import type { JSX } from 'preact';
import { Card, Icon, Phrases } from '@anzai/ui';
import { getWords } from '../../state/texts.ts';

export function CertificateList({ certificates }: { readonly certificates: Home['certificates'] }): JSX.Element {
  const { web, locale } = getWords();
  return (
    <Card title={web.home.certificates}>
      {certificates.length === 0 && <p class="quiet">{web.home.noCertificates}</p>}
      {certificates.length > 0 && (
        <ul class="list">
          {certificates.map((one) => (
            <li key={one.id}>
              <a class="row-button row-with-icon" href={`/certificate/${one.id}`}>
                <Icon name="certificate" size={1.5} />
                <span class="row-words">
                  <strong>
                    <Phrases text={web.home.validUntil(formatDay(locale, one.validUntil))} />
                  </strong>
                  <span>{web.home.certificateStates[one.state]}</span>
                </span>
                <Icon name="chevron-right" />
              </a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
