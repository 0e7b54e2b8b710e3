import type { JSX } from 'preact';
import { ButtonLink, Icon, Phrases } from '@anzai/ui';
import { agency } from '../state/agency.ts';
import { getWords } from '../state/texts.ts';

export function toTelHref(phone: string): string {
  return `tel:${phone.replaceAll(/[^\d+]/g, '')}`;
}

/** A telephone number that is answered, on every screen. */
export function CallButton({ look = 'secondary' }: { readonly look?: 'primary' | 'secondary' }): JSX.Element | null {
  const { web } = getWords();
  const phone = agency.value?.phone;
  if (phone === undefined) return null;
  return (
    <ButtonLink href={toTelHref(phone)} icon="phone" look={look}>
      <Phrases text={web.common.callNumber(phone)} />
    </ButtonLink>
  );
}

/** Where the agency is, when it is open and how to ring it: the end of every screen. */
export function OfficeBlock(): JSX.Element {
  const { web, locale } = getWords();
  const office = agency.value;
  return (
    <footer class="office">
      {office !== undefined && (
        <>
          <p class="office-name">{office.name[locale]}</p>
          <p>{office.address[locale]}</p>
          <p>
            <Phrases text={office.hours[locale]} />
          </p>
          <a class="office-call" href={toTelHref(office.phone)}>
            <Icon name="phone" />
            <Phrases text={web.common.callNumber(office.phone)} />
          </a>
        </>
      )}
      {office?.demonstration === true && (
        <p class="demonstration">
          {web.common.demonstration} <a href="/dev/outbox">{web.common.outbox}</a>
        </p>
      )}
    </footer>
  );
}
